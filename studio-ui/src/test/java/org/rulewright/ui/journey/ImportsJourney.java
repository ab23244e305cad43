package org.rulewright.ui.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;

/** The rules of one strategy are used by another, renewed and given up, by clicks alone. */
class ImportsJourney extends BrowserTest {
  private static final Words WORDS = new Words(Language.EN);
  private static final String YEARS_CELL = "[data-element-id='cell_settled_yearsInBusiness']";

  private final User author = studio.person("yin-yong", "Yin Yong", Language.EN, Role.STRATEGIST);
  private final StrategyKey library = aStrategy("Admission rules");
  private final StrategyKey loans = aStrategy("Small loans");

  @Test
  void rulesAreUsedRenewedAfterALookAtWhatDiffersAndGivenUp() {
    signIn(author.login(), Language.EN);
    open("strategies/" + library);
    makeAVersion(1);

    useTheRules();
    seeThemInTheGraph();
    changeACell(loans, ">= 3");
    assertThat(draft(loans)).as("saved by the editor").contains(importOf(1), requirement());
    makeAVersion(1);
    seeThemInTheVersion();

    changeACell(library, ">= 7");
    makeAVersion(2);
    takeTheNewerVersion();
    seeWhoUsesThem();
    giveThemUp();
    assertNothingFailedInTheBrowser();
  }

  private void useTheRules() {
    open("strategies/" + loans + "/imports");
    waitForText(WORDS.of("strategy.imports.none"));
    click(WORDS.of("strategy.imports.use"));
    waitFor(By.cssSelector("vaadin-dialog vaadin-combo-box input")).sendKeys(library.value());
    waitFor(By.xpath("//vaadin-combo-box-item[contains(normalize-space(), '" + library + "')]"))
        .click();
    // the native box is hidden by design, and its host is as wide as the dialog
    waitFor(By.cssSelector("vaadin-dialog vaadin-checkbox-group vaadin-checkbox label")).click();
    var use = inDialog(WORDS.of("strategy.imports.use.do"));
    eventually("something to use", () -> waitFor(use).getDomAttribute("disabled") == null);
    screenshot("imports-choose");
    waitFor(use).click();

    eventually("the import", () -> draft(loans).contains(importOf(1)));
    assertThat(draft(loans)).contains(requirement());
    inList("Admission rules");
    inList(WORDS.of("strategy.version.number", 1));
    screenshot("imports-used");
  }

  private void seeThemInTheGraph() {
    open("strategies/" + loans);
    waitFor(By.tagName("rw-dmn-editor"));
    var handingOn = "[data-element-id='decision_" + alias() + "_verdict']";
    eventually("the decision that hands on", () -> !inEditor(handingOn).isEmpty());
    screenshot("imports-graph");
  }

  private void seeThemInTheVersion() {
    click(WORDS.of("strategy.version.look"));
    waitForText(
        WORDS.of(
            "strategy.version.uses", "Admission rules " + WORDS.of("strategy.version.number", 1)));
    screenshot("imports-version");
  }

  private void takeTheNewerVersion() {
    open("strategies/" + loans + "/imports");
    click(WORDS.of("strategy.imports.newer", 2));
    waitForText(WORDS.of("strategy.compare.subject.CELL"));
    inList(">= 2");
    inList(">= 7");
    screenshot("imports-newer");
    assertThat(draft(loans)).as("only looked at").contains(importOf(1));
    waitFor(inDialog(WORDS.of("strategy.imports.newer.take"))).click();

    eventually("the newer version", () -> draft(loans).contains(importOf(2)));
    inList(WORDS.of("strategy.version.number", 2));
    eventually(
        "nothing newer is offered", () -> !text().contains(WORDS.of("strategy.imports.newer", 2)));
  }

  private void seeWhoUsesThem() {
    open("strategies/" + library + "/imports");
    inList("Small loans");
    inList(WORDS.of("strategy.imports.draft.uses", 2));
    inList(WORDS.of("strategy.imports.version.uses", 1, 1));
    screenshot("imports-users");
  }

  private void giveThemUp() {
    open("strategies/" + loans + "/imports");
    click(WORDS.of("strategy.imports.remove"));
    waitForText(WORDS.of("strategy.imports.none"));
    assertThat(draft(loans)).doesNotContain("<import", requirement()).contains("&gt;= 3");
    screenshot("imports-removed");
  }

  // --- the rules and their versions ---

  private void changeACell(StrategyKey key, String condition) {
    open("strategies/" + key);
    waitFor(By.tagName("rw-dmn-editor"));
    eventually("the model", () -> Boolean.TRUE.equals(run("return !!(%s)".formatted(TABLE))));
    run("return document.querySelector('rw-dmn-editor').openView((%s).id)".formatted(TABLE));
    eventually("the cell", () -> !inEditor(YEARS_CELL).isEmpty());
    inEditor(YEARS_CELL).getFirst().click();
    new Actions(browser()).keyDown(Keys.CONTROL).sendKeys("a").keyUp(Keys.CONTROL).perform();
    condition
        .chars()
        .forEach(one -> new Actions(browser()).sendKeys(Character.toString(one)).perform());
    eventually("the change", () -> draft(key).contains(condition.replace(">", "&gt;")));
  }

  private static final String TABLE =
      "document.querySelector('rw-dmn-editor').views().find(it => it.name === 'verdict')";

  private void makeAVersion(int number) {
    click(WORDS.of("strategy.version.create"));
    fill(WORDS.of("strategy.version.note"), "note " + number);
    waitFor(inDialog(WORDS.of("strategy.version.create"))).click();
    waitForText(WORDS.of("strategy.version.created", number));
    inList("note " + number);
  }

  private StrategyKey aStrategy(String name) {
    var key = new StrategyKey("reuse-" + UUID.randomUUID().toString().substring(0, 8));
    assertThat(
            studio
                .bean(Strategies.class)
                .create(new NewStrategy(key, name, name, ""), author.actor()))
        .isInstanceOf(CreateStrategyResult.Created.class);
    return key;
  }

  private String draft(StrategyKey key) {
    return new String(studio.bean(Drafts.class).latest(key).dmn(), UTF_8);
  }

  private String importOf(int version) {
    return "strategy=\"%s\" rulewright:version=\"%d\"".formatted(library, version);
  }

  private String requirement() {
    return library + "#decision_verdict";
  }

  private String alias() {
    return library.value().replace('-', '_');
  }

  private static By inDialog(String caption) {
    return By.xpath("//vaadin-dialog//vaadin-button[normalize-space()='%s']".formatted(caption));
  }

  private List<WebElement> inEditor(String css) {
    return browser()
        .findElement(By.tagName("rw-dmn-editor"))
        .getShadowRoot()
        .findElements(By.cssSelector(css));
  }
}
