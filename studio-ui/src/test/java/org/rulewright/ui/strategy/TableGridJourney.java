package org.rulewright.ui.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.TableSheet;
import org.rulewright.ui.journey.BrowserTest;
import org.rulewright.xml.UnreadableModelException;

/** Decision tables in the grid: typing, pasting, undoing, what is found and its fix. */
class TableGridJourney extends BrowserTest {
  private static final String GRID = "document.querySelector('rw-table-grid')";
  private static final int PASTED = 1_000;

  private final User lin = studio.person("lin-biao", "林表", Language.ZH, Role.STRATEGIST);
  private final User wei = studio.person("wei-san", "Wei San", Language.EN, Role.STRATEGIST);

  @ParameterizedTest
  @EnumSource(Language.class)
  void cellsAreTypedRowsPastedUndoneAndMendedInOneClick(Language language) {
    var key = aStrategy();
    signIn(language == Language.ZH ? lin.login() : wei.login(), language);
    openGrid(key);
    var rows = rows(key);

    clickCell(0, 0);
    keys(">= 6", Keys.ENTER);
    awaitCell(key, 0, 0, ">= 6");

    paste(
        IntStream.range(0, PASTED)
            .mapToObj(i -> "[" + (100 + i) + ".." + (101 + i) + ")\t\"REFER\"")
            .collect(Collectors.joining("\r\n")));
    eventually().until(() -> rows(key) == PASTED + 1);
    awaitCell(key, PASTED, 0, "[1099..1100)");
    saved();

    new Actions(browser()).keyDown(Keys.CONTROL).sendKeys("z").keyUp(Keys.CONTROL).perform();
    eventually().until(() -> rows(key) == rows);
    saved();
    eventually().until(() -> shownRows() == rows);

    openGrid(key);
    assertThat(cell(key, 0, 0)).isEqualTo(">= 6");

    // the second rule takes what the first takes, and comes after it: it is never reached
    clickCell(0, 0);
    keys("-", Keys.ENTER);
    awaitCell(key, 0, 0, "-");
    saved();
    inGrid("[data-act=findings]");
    eventually().until(() -> count(".panel .fix") > 0);
    screenshot("table-grid-findings-" + language.name().toLowerCase(Locale.ROOT));
    inGrid(".panel .fix");
    eventually().until(() -> rows(key) == rows - 1);
    saved();
    assertNothingFailedInTheBrowser();
  }

  @Test
  void whatTheServerDidNotConfirmComesBackAfterAReload() {
    var key = aStrategy();
    signIn(lin.login(), Language.ZH);
    openGrid(key);

    // the page cannot send anything from here on
    run(GRID + ".queue.send = () => {}");
    clickCell(0, 0);
    keys("＞＝ 9", Keys.ENTER);
    eventually()
        .until(() -> String.valueOf(run("return JSON.stringify(localStorage)")).contains("9"));
    assertThat(cell(key, 0, 0)).doesNotContain("9");

    browser().navigate().refresh();
    awaitCell(key, 0, 0, ">= 9");
    eventually().until(() -> ">= 9".equals(run("return " + GRID + ".table.sheet.text(0, 0)")));
    assertNothingFailedInTheBrowser();
  }

  private void openGrid(StrategyKey key) {
    open("strategies/" + key + "/tables");
    waitFor(By.tagName("rw-table-grid"));
    eventually().until(() -> count(".row .cell") > 0);
  }

  private void clickCell(int row, int column) {
    var cell =
        browser()
            .findElement(By.tagName("rw-table-grid"))
            .getShadowRoot()
            .findElement(
                By.cssSelector(
                    ".row[aria-rowindex='%d'] .cell[aria-colindex='%d']"
                        .formatted(row + 2, column + 2)));
    new Actions(browser()).click(cell).perform();
  }

  private void keys(CharSequence... keys) {
    new Actions(browser()).sendKeys(keys).perform();
  }

  private void paste(String text) {
    run(
        "const data = new DataTransfer(); data.setData('text/plain', arguments[0]);"
            + GRID
            + ".shadowRoot.querySelector('textarea').dispatchEvent("
            + "new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
        text);
  }

  private void inGrid(String css) {
    run(GRID + ".shadowRoot.querySelector(arguments[0]).click()", css);
  }

  private long count(String css) {
    return number(
        "return " + GRID + "?.shadowRoot.querySelectorAll(arguments[0]).length ?? 0", css);
  }

  private long number(String script, Object... arguments) {
    return ((Number) Objects.requireNonNull(run(script, arguments))).longValue();
  }

  private int shownRows() {
    return Math.toIntExact(number("return " + GRID + ".table.sheet.rows.length"));
  }

  private void saved() {
    eventually().until(() -> "saved".equals(run("return " + GRID + ".queue.state")));
  }

  private void awaitCell(StrategyKey key, int row, int column, String text) {
    eventually().untilAsserted(() -> assertThat(cell(key, row, column)).isEqualTo(text));
  }

  private String cell(StrategyKey key, int row, int column) {
    return sheet(key).rows().get(row).texts().get(column);
  }

  private int rows(StrategyKey key) {
    return sheet(key).rows().size();
  }

  private TableSheet sheet(StrategyKey key) {
    try {
      var model = DmnDocument.read(studio.bean(Drafts.class).latest(key).dmn());
      return TableSheet.of(model, TableSheet.plainTables(model).getFirst().id()).orElseThrow();
    } catch (UnreadableModelException e) {
      throw new AssertionError(e);
    }
  }

  private StrategyKey aStrategy() {
    var key = new StrategyKey("grid-" + UUID.randomUUID().toString().substring(0, 8));
    var wanted = new NewStrategy(key, "额度表", "Limits", "");
    assertThat(studio.bean(Strategies.class).create(wanted, studio.administrator().actor()))
        .isInstanceOf(Created.class);
    return key;
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
  }
}
