package org.rulewright.ui.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Reason;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;

/** The parts of a strategy's page around its drawing: contract, trying a case, comparing. */
class StrategyPageJourney extends BrowserTest {
  private static final Reason SETTLED = new Reason("SETTLED", "经营年限足够", "In business long enough");
  private static final String YEARS_CELL = "[data-element-id='cell_settled_yearsInBusiness']";

  private final User lin = studio.person("lin-he", "林禾", Language.ZH, Role.STRATEGIST);
  private final User wei = studio.person("wei-yi", "Wei Yi", Language.EN, Role.STRATEGIST);

  private Words words = new Words(Language.ZH);

  @ParameterizedTest
  @EnumSource(Language.class)
  void theContractIsEditedACaseTriedAndTwoVersionsCompared(Language language) {
    words = new Words(language);
    var key = aStrategy();
    signIn(language == Language.ZH ? lin.login() : wei.login(), language);

    editTheContract(key);
    tryACaseAndSeeItsRow(key);
    makeAVersion(1);
    changeTheCell(key);
    makeAVersion(2);
    seeWhatDiffers();
    assertNothingFailedInTheBrowser();
  }

  private void editTheContract(StrategyKey key) {
    open("strategies/" + key + "/contract");
    click(words.of("strategy.contract.addReason"));
    fillPlaceholder("strategy.contract.code", SETTLED.code());
    fillPlaceholder("strategy.contract.zh", SETTLED.zh());
    fillPlaceholder("strategy.contract.en", SETTLED.en());
    var required = contract(key).inputs().getFirst().required();
    waitFor(By.cssSelector(".rw-contract vaadin-checkbox")).click();

    eventually()
        .untilAsserted(() -> {
          assertThat(contract(key).reasons()).contains(SETTLED);
          assertThat(contract(key).inputs().getFirst().required()).isEqualTo(!required);
        });
    picture("strategy-contract");
    browser().navigate().refresh();
    waitForText(words.of("strategy.contract.reasons"));
    eventually()
        .untilAsserted(() ->
            assertThat(
                    run(
                        "return [...document.querySelectorAll('.rw-contract vaadin-text-field')]"
                            + ".map(field => field.value).join()"))
                .asString()
                .contains(SETTLED.code(), SETTLED.zh(), SETTLED.en()));
  }

  private void tryACaseAndSeeItsRow(StrategyKey key) {
    openTable(key);
    var unlit = background("rule_settled");
    click(words.of("strategy.try"));
    fill("yearsInBusiness", "5");
    click(words.of("strategy.try.run"));

    eventually()
        .untilAsserted(() ->
            assertThat(waitFor(By.cssSelector(".rw-try-answer")).getText()).contains("APPROVE"));
    eventually().untilAsserted(() -> assertThat(background("rule_settled")).isNotEqualTo(unlit));
    assertThat(background("rule_else")).isEqualTo(unlit);
    picture("strategy-try");

    fill("yearsInBusiness", "1");
    click(words.of("strategy.try.run"));
    eventually()
        .untilAsserted(() ->
            assertThat(waitFor(By.cssSelector(".rw-try-answer")).getText()).contains("REFER"));
    eventually().untilAsserted(() -> assertThat(background("rule_else")).isNotEqualTo(unlit));
    assertThat(background("rule_settled")).isEqualTo(unlit);
  }

  private void changeTheCell(StrategyKey key) {
    openTable(key);
    inEditor(YEARS_CELL).getFirst().click();
    new Actions(browser()).keyDown(Keys.CONTROL).sendKeys("a").keyUp(Keys.CONTROL).perform();
    ">= 7"
        .chars()
        .forEach(one -> new Actions(browser()).sendKeys(Character.toString(one)).perform());
    eventually()
        .until(() ->
            new String(studio.bean(Drafts.class).latest(key).dmn(), UTF_8).contains("&gt;= 7"));
  }

  private void makeAVersion(int number) {
    click(words.of("strategy.version.create"));
    fill(words.of("strategy.version.note"), "note " + number);
    var create = words.of("strategy.version.create");
    waitFor(By.xpath("//vaadin-dialog//vaadin-button[normalize-space()='" + create + "']")).click();
    waitForText(words.of("strategy.version.created", number));
  }

  private void seeWhatDiffers() {
    waitForText("note 2");
    click(words.of("strategy.compare"));
    waitForText(words.of("strategy.compare.subject.CELL"));
    var differences = waitFor(By.cssSelector(".rw-differences")).getText();
    assertThat(differences)
        .contains(words.of("strategy.compare.kind.CHANGED"))
        .contains(">= 2")
        .contains(">= 7")
        .doesNotContain(words.of("strategy.compare.subject.REASON"));
    picture("strategy-compare");
  }

  private StrategyKey aStrategy() {
    var key = new StrategyKey("page-" + UUID.randomUUID().toString().substring(0, 8));
    var wanted = new NewStrategy(key, "流动资金", "Working capital", "");
    assertThat(studio.bean(Strategies.class).create(wanted, studio.administrator().actor()))
        .isInstanceOf(Created.class);
    return key;
  }

  private StrategyContract contract(StrategyKey key) {
    return studio.bean(Drafts.class).latest(key).contract();
  }

  private void fillPlaceholder(String key, String value) {
    var path = "//vaadin-text-field[@placeholder='%s']//input".formatted(words.of(key));
    var field = waitFor(By.xpath(path));
    type(field, value);
    field.sendKeys(Keys.TAB);
  }

  private void openTable(StrategyKey key) {
    open("strategies/" + key);
    waitFor(By.tagName("rw-dmn-editor"));
    eventually()
        .until(() ->
            Boolean.TRUE.equals(
                run("return document.querySelector('rw-dmn-editor').views().length > 1")));
    run(
        "const editor = document.querySelector('rw-dmn-editor');"
            + "return editor.openView(editor.views()[1].id)");
    eventually().until(() -> !inEditor(YEARS_CELL).isEmpty());
  }

  private List<WebElement> inEditor(String css) {
    return browser()
        .findElement(By.tagName("rw-dmn-editor"))
        .getShadowRoot()
        .findElements(By.cssSelector(css));
  }

  private String background(String rule) {
    return inEditor("td.output-cell[data-row-id='" + rule + "']")
        .getFirst()
        .getCssValue("background-color");
  }

  private void picture(String name) {
    screenshot(name + "-" + words.language().name().toLowerCase(Locale.ROOT));
  }

  private static ConditionFactory eventually() {
    return await().atMost(Duration.ofSeconds(20)).ignoreExceptions();
  }
}
