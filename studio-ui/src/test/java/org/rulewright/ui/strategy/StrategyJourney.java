package org.rulewright.ui.strategy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chromium.ChromiumNetworkConditions;
import org.openqa.selenium.interactions.Actions;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.SaveResult.Saved;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.journey.BrowserTest;

class StrategyJourney extends BrowserTest {
  private static final String FIRST_CELL = "td.input-cell";
  private static final String FIRST_ANSWER = "td.output-cell";

  private final User lin = studio.person("lin-ce", "林策", Language.ZH, Role.STRATEGIST);
  private final User wei = studio.person("wei-er", "Wei Er", Language.EN, Role.STRATEGIST);

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatIsTypedReachesTheServerAsTyped(Language language) {
    var key = aStrategy();
    signIn(language == Language.ZH ? lin.login() : wei.login(), language);
    openTable(key);

    typeInto(FIRST_CELL, ">= 17");
    typeInto(FIRST_ANSWER, "\"REF\" + \"ER\"");
    typeInto("td.annotation", "a \"quoted\" <b> & 说明");

    awaitDraft(key, "<text>&gt;= 17</text>");
    awaitDraft(key, "<text>\"REF\" + \"ER\"</text>");
    awaitDraft(key, "a \"quoted\" &lt;b&gt; &amp; 说明");
    assertThat((Iterable<?>) run("return document.querySelector('rw-dmn-editor').untranslated"))
        .isEmpty();
    screenshot("strategy-table-" + language.name().toLowerCase(java.util.Locale.ROOT));
    assertNothingFailedInTheBrowser();
  }

  @Test
  void anUndoAfterAReloadBringsBackWhatWasThereBefore() {
    var key = aStrategy();
    signIn(lin.login(), Language.ZH);
    openTable(key);
    typeInto(FIRST_CELL, ">= 6");
    awaitDraft(key, "&gt;= 6");

    browser().navigate().refresh();
    openTable(key);
    inEditor(FIRST_CELL).click();
    browser().switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, "z"));
    awaitDraft(key, "&gt;= 2");
    assertThat(inEditor(FIRST_CELL).getText()).contains(">= 2");

    browser().switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, "y"));
    awaitDraft(key, "&gt;= 6");
  }

  @Test
  void ofTwoPeopleTheLaterOneSeesBothSidesAndNothingIsLost() {
    var key = aStrategy();
    signIn(wei.login(), Language.EN);
    openTable(key);
    saveAs(lin, key, 5);

    typeInto(FIRST_CELL, ">= 9");
    waitForText("Somebody else has changed this strategy too");
    waitForText("By 林策");
    screenshot("strategy-conflict-en");
    assertThat(draft(key)).as("nobody was overwritten").contains("&gt;= 5");

    click("Keep mine as a new revision");
    awaitDraft(key, "&gt;= 9");
    waitForText("Saved");
    inEditor(FIRST_CELL).click();
    browser().switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, "z"));
    awaitDraft(key, "&gt;= 5");
  }

  @Test
  void workThatCouldNotBeSentSurvivesAReload() {
    var key = aStrategy();
    signIn(lin.login(), Language.ZH);
    openTable(key);

    offline(true);
    typeInto(FIRST_CELL, ">= 8");
    await()
        .untilAsserted(() ->
            assertThat(String.valueOf(run("return JSON.stringify(localStorage)")))
                .contains(">= 8".replace(">", "&gt;")));
    offline(false);
    browser().navigate().refresh();

    waitFor(By.tagName("rw-dmn-editor"));
    awaitDraft(key, "&gt;= 8");
  }

  @Test
  void aMistakeIsListedAndItsLineLeadsToTheCell() {
    var key = aStrategy();
    signIn(wei.login(), Language.EN);
    openTable(key);
    typeInto(FIRST_CELL, "nonsense(");
    waitForText("1 error");
    waitFor(By.cssSelector("vaadin-details-summary")).click();
    run("return document.querySelector('rw-dmn-editor').openView('strategy')");

    waitFor(By.cssSelector(".rw-problem")).click();

    await().untilAsserted(() -> assertThat(inEditor(FIRST_CELL).isDisplayed()).isTrue());
    screenshot("strategy-problem-en");
  }

  private StrategyKey aStrategy() {
    var key = new StrategyKey("journey-" + UUID.randomUUID().toString().substring(0, 8));
    var wanted = new NewStrategy(key, "流动资金", "Working capital", "");
    assertThat(studio.bean(Strategies.class).create(wanted, studio.administrator().actor()))
        .isInstanceOf(Created.class);
    return key;
  }

  private void openTable(StrategyKey key) {
    open("strategies/" + key);
    waitFor(By.tagName("rw-dmn-editor"));
    await()
        .until(() ->
            Boolean.TRUE.equals(
                run("return document.querySelector('rw-dmn-editor').views().length > 1")));
    run(
        "const editor = document.querySelector('rw-dmn-editor');"
            + "return editor.openView(editor.views()[1].id)");
    await().until(() -> !inRoot(FIRST_CELL).isEmpty());
  }

  private WebElement inEditor(String css) {
    return browser()
        .findElement(By.tagName("rw-dmn-editor"))
        .getShadowRoot()
        .findElement(By.cssSelector(css));
  }

  private List<WebElement> inRoot(String css) {
    return browser()
        .findElement(By.tagName("rw-dmn-editor"))
        .getShadowRoot()
        .findElements(By.cssSelector(css));
  }

  /** Types key by key, as a person does: that is where a shadow root would garble text. */
  private void typeInto(String css, String text) {
    inEditor(css).click();
    var keys = new Actions(browser());
    keys.keyDown(Keys.CONTROL).sendKeys("a").keyUp(Keys.CONTROL).perform();
    text.chars().forEach(one -> new Actions(browser()).sendKeys(Character.toString(one)).perform());
  }

  private void offline(boolean offline) {
    var conditions = new ChromiumNetworkConditions();
    conditions.setOffline(offline);
    conditions.setDownloadThroughput(-1);
    conditions.setUploadThroughput(-1);
    conditions.setLatency(Duration.ZERO);
    browser().setNetworkConditions(conditions);
  }

  private void saveAs(User who, StrategyKey key, int years) {
    var drafts = studio.bean(Drafts.class);
    DraftRevision head = drafts.latest(key);
    var changed =
        new String(head.dmn(), UTF_8).replaceAll("&gt;= \\d+", "&gt;= " + years).getBytes(UTF_8);
    assertThat(drafts.save(key, head.number(), changed, head.contract(), who.actor()))
        .isInstanceOf(Saved.class);
  }

  private String draft(StrategyKey key) {
    return new String(studio.bean(Drafts.class).latest(key).dmn(), UTF_8);
  }

  private void awaitDraft(StrategyKey key, String part) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(draft(key)).contains(part));
  }
}
