package org.rulewright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.rulewright.access.Language;

/**
 * The main road through the product: a rate is changed by one person, released by another, used by
 * a caller, looked up by a third, and taken back.
 */
class ChangedRateJourney extends BrowserTest {
  private static final BigDecimal OLD_RATE = new BigDecimal("0.0745");
  private static final String RULE = "rate_r02";
  private static final String OTHER_RULE = "rate_r01";
  private static final String RATE_CELL = "[data-element-id='rate_r02_o1']";

  private static final String RUN = "journey-" + UUID.randomUUID().toString().substring(0, 8);

  private static DemoStudio demo;

  private Words words = new Words(Language.ZH);

  @BeforeAll
  static void startTheDemonstration() {
    demo = DemoStudio.start();
  }

  @AfterAll
  static void stopTheDemonstration() {
    demo.close();
  }

  @Override
  protected void open(String path) {
    browser().get(demo.address() + "/" + path);
  }

  @ParameterizedTest
  @CsvSource({"ZH,小微企业流动资金贷款,0.0785", "EN,SME working capital,0.0825"})
  void aChangedRateIsReleasedUsedLookedUpAndTakenBack(
      Language language, String strategy, BigDecimal rate) throws Exception {
    words = new Words(language);
    var caller = new Caller(demo.address(), aKey());

    enter("strategist");
    changeTheRate(strategy, rate);
    int version = makeAVersion();
    isNotOfferedToRelease();

    enter("governor");
    release(version);
    var decided = caller.decide(subject("released"));
    assertThat(decided.at("/outputs/rate").decimalValue()).isEqualByComparingTo(rate);

    enter("reviewer");
    findsTheDecision(subject("released"));
    seesTheChangedRowLit(rate);

    enter("governor");
    goBack(version);
    var after = caller.decide(subject("taken-back"));
    assertThat(after.at("/outputs/rate").decimalValue()).isEqualByComparingTo(OLD_RATE);
    assertThat(after.at("/release")).isNotEqualTo(decided.at("/release"));
  }

  // --- what each person does ---

  private String aKey() {
    enter("administrator");
    open("api-keys");
    click(words.of("access.keys.new"));
    fill(words.of("access.key.name"), "core " + words.language());
    inDialog(words.of("access.keys.create")).click();
    var key = waitFor(By.cssSelector(".rw-secret .rw-mono")).getText();
    assertNothingFailedInTheBrowser();
    return key;
  }

  private void changeTheRate(String strategy, BigDecimal rate) {
    open("strategies");
    waitForText(strategy);
    picture("strategies");
    cell(strategy).click();
    awaitInEditor("g.djs-shape[data-element-id='rate']");
    picture("strategy-graph");
    openView("Rate");
    awaitInEditor(RATE_CELL);
    var saved = waitFor(By.cssSelector(".rw-save-status")).getText();
    type(RATE_CELL, rate.toPlainString());
    inEditor("[data-element-id='rate_r01_o1']").getFirst().click();
    until(
        "saved",
        () ->
            browser().findElement(By.cssSelector(".rw-save-status[data-state=SAVED]")).isDisplayed()
                && !browser()
                    .findElement(By.cssSelector(".rw-save-status"))
                    .getText()
                    .equals(saved));
    picture("strategy-table-saved");
  }

  private int makeAVersion() {
    click(words.of("strategy.version.create"));
    fill(words.of("strategy.version.note"), "rate of the second row");
    picture("version-dialog");
    inDialog(words.of("strategy.version.create")).click();
    var made = Pattern.compile(words.of("strategy.version.created", 987).replace("987", "(\\d+)"));
    until("a version", () -> made.matcher(text()).find());
    int version =
        made.matcher(text()).results().map(it -> Integer.parseInt(it.group(1))).findFirst().get();
    picture("version-made");
    assertNothingFailedInTheBrowser();
    return version;
  }

  private void isNotOfferedToRelease() {
    assertThat(texts(By.tagName("vaadin-button"))).doesNotContain(words.of("strategy.release"));
    open("releases/sme-working-capital");
    waitFor(By.id("environment-production"));
    assertThat(browser().findElements(By.cssSelector(".release-release, .release-back"))).isEmpty();
    picture("releases-strategist");
  }

  private void release(int version) {
    open("releases");
    waitForText(words.of("release.title"));
    picture("releases");
    open("releases/sme-working-capital");
    waitFor(By.cssSelector("#environment-production .release-release")).click();
    waitFor(By.id("release-confirm"));
    picture("release-dialog");
    waitFor(By.id("release-confirm")).click();
    var production = words.of("release.environment.production");
    waitForText(words.of("release.released", version, production));
    awaitText(By.id("environment-production"), words.of("release.version", version));
    picture("released");
    assertNothingFailedInTheBrowser();
  }

  private void findsTheDecision(String subject) {
    open("decisions");
    var field = waitFor(By.cssSelector("#decisions-subject input"));
    field.sendKeys(subject);
    waitFor(By.id("decisions-search")).click();
    until("one decision", () -> cells("STEADY_BUSINESS").size() == 1);
    picture("decisions");
    cell("STEADY_BUSINESS").click();
    waitForText(words.of("decision.path"));
  }

  private void seesTheChangedRowLit(BigDecimal rate) {
    awaitInEditor(".djs-container");
    picture("decision");
    var step =
        browser().findElements(By.cssSelector(".decision-step")).stream()
            .filter(button -> button.getText().strip().equals("Rate"))
            .findFirst()
            .orElseThrow();
    centre(step);
    step.click();
    awaitInEditor("td[data-row-id='" + RULE + "']");
    centre(browser().findElement(By.tagName("rw-dmn-editor")));
    assertThat(inEditor(RATE_CELL).getFirst().getText()).contains(rate.toPlainString());
    assertThat(background(RULE)).isNotEqualTo(background(OTHER_RULE));
    var lit = "td[data-row-id].output-cell";
    var different =
        inEditor(lit).stream()
            .map(cell -> cell.getCssValue("background-color"))
            .filter(background(RULE)::equals)
            .count();
    assertThat(different).describedAs("the row of the hit and no other is lit").isEqualTo(1);
    picture("decision-row");
    assertNothingFailedInTheBrowser();
  }

  private void goBack(int version) {
    open("releases/sme-working-capital");
    awaitText(By.id("environment-production"), words.of("release.version", version));
    waitFor(By.cssSelector("#environment-production .release-back")).click();
    waitForText(words.of("release.back.consequence", version));
    picture("back-dialog");
    waitFor(By.cssSelector("vaadin-confirm-dialog [slot=confirm-button]")).click();
    waitForText(words.of("release.wentBack", words.of("release.environment.production")));
    awaitText(By.id("environment-production"), words.of("release.version", 1));
    picture("went-back");
    assertNothingFailedInTheBrowser();
  }

  // --- how ---

  private void enter(String login) {
    openBrowser(words.language());
    open("login");
    type(waitFor(By.name("username")), login);
    var password = browser().findElement(By.name("password"));
    type(password, demo.password());
    password.sendKeys(Keys.ENTER);
    waitFor(By.cssSelector(".rw-shell .rw-person"));
    speak();
  }

  /** The people of the demonstration read Chinese until they choose something else. */
  private void speak() {
    var other = words.language() == Language.ZH ? Language.EN : Language.ZH;
    if (!String.valueOf(run("return document.documentElement.lang")).startsWith(tag(other))) {
      return;
    }
    waitFor(By.cssSelector(".rw-person vaadin-menu-bar-button")).click();
    var language = new Words(other).of("shell.language");
    waitFor(By.xpath("//vaadin-menu-bar-item[normalize-space()='" + language + "']")).click();
    var name = words.of("shell.language." + words.language());
    waitFor(By.xpath("//vaadin-menu-bar-item[normalize-space()='" + name + "']")).click();
    until(
        "the other language",
        () ->
            String.valueOf(run("return document.documentElement.lang"))
                .startsWith(tag(words.language())));
    waitFor(By.cssSelector(".rw-shell .rw-person"));
  }

  private static String tag(Language language) {
    return language == Language.ZH ? "zh" : "en";
  }

  private String subject(String stage) {
    return RUN + "-" + stage + "-" + words.language();
  }

  private void picture(String name) {
    screenshot(name + "-" + tag(words.language()));
  }

  private WebElement inDialog(String caption) {
    return waitFor(By.xpath("//vaadin-dialog//vaadin-button[normalize-space()='" + caption + "']"));
  }

  private List<WebElement> cells(String text) {
    return browser()
        .findElements(
            By.xpath("//vaadin-grid-cell-content[contains(normalize-space(), '" + text + "')]"))
        .stream()
        .filter(WebElement::isDisplayed)
        .toList();
  }

  private WebElement cell(String text) {
    until(text, () -> !cells(text).isEmpty());
    return cells(text).getFirst();
  }

  private List<String> texts(By what) {
    return browser().findElements(what).stream().map(it -> it.getText().strip()).toList();
  }

  private void openView(String name) {
    inEditor(".views button").stream()
        .filter(button -> button.getText().strip().equals(name))
        .findFirst()
        .orElseThrow()
        .click();
  }

  private List<WebElement> inEditor(String css) {
    SearchContext root = browser().findElement(By.tagName("rw-dmn-editor")).getShadowRoot();
    return root.findElements(By.cssSelector(css));
  }

  private void awaitInEditor(String css) {
    waitFor(By.tagName("rw-dmn-editor"));
    until(css, () -> inEditor(css).stream().anyMatch(WebElement::isDisplayed));
  }

  private String background(String rule) {
    return inEditor("td.output-cell[data-row-id='" + rule + "']")
        .getFirst()
        .getCssValue("background-color");
  }

  private void centre(WebElement element) {
    run("arguments[0].scrollIntoView({block: 'center'})", element);
  }

  /** Types key by key, as a person does. */
  private void type(String css, String text) {
    inEditor(css).getFirst().click();
    new Actions(browser()).keyDown(Keys.CONTROL).sendKeys("a").keyUp(Keys.CONTROL).perform();
    text.chars().forEach(one -> new Actions(browser()).sendKeys(Character.toString(one)).perform());
  }

  private void awaitText(By where, String text) {
    until(text, () -> browser().findElement(where).getText().contains(text));
  }

  private interface Condition {
    boolean holds();
  }

  private void until(String what, Condition condition) {
    new WebDriverWait(browser(), Duration.ofSeconds(40))
        .withMessage(what)
        .ignoring(StaleElementReferenceException.class)
        .until(driver -> condition.holds());
  }
}
