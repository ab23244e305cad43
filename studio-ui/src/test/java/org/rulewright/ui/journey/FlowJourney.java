package org.rulewright.ui.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.rulewright.access.ApiKeys;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Reason;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decision.FactType;
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Versions;

/** A flow: looked at with its findings, decided by, and explained step by step. */
class FlowJourney extends BrowserTest {
  private static final Words WORDS = new Words(Language.EN);

  private final User author = studio.person("fan-lu", "Fan Lu", Language.EN, Role.STRATEGIST);
  private final User governor = studio.person("gu-wen", "Gu Wen", Language.EN, Role.GOVERNOR);
  private final User reviewer = studio.person("shen-yi", "Shen Yi", Language.EN, Role.REVIEWER);
  private final StrategyKey key =
      new StrategyKey("lane-" + UUID.randomUUID().toString().substring(0, 8));

  @Test
  void aFlowIsLookedAtAndADecisionByItIsExplained() throws Exception {
    begin();
    signIn(author.login(), Language.EN);
    seeTheDrawingWithItsFinding();
    release();
    var id = decide(new BigDecimal(430_000));

    signIn(reviewer.login(), Language.EN);
    seeTheWayLit(id);
    seeWhyNot();
    assertNothingFailedInTheBrowser();
  }

  private void seeTheDrawingWithItsFinding() {
    open("strategies/" + key + "/flow");
    eventually("the drawing", () -> !inFlow("[data-element-id=good]").isEmpty());
    assertThat(inFlow(".djs-shape.warning[data-element-id=good]")).hasSize(1);
    assertThat(inFlow(".bjs-powered-by")).hasSize(1);
    waitForText("Good enough?");
    waitForText(WORDS.of("bpmn.element.exclusiveGateway"));
    screenshot("flow-findings");

    new Actions(browser())
        .moveToElement(inFlow("[data-element-id=offer]").getFirst())
        .click()
        .perform();
    eventually(
        "what the task calls",
        () ->
            browser()
                .findElement(By.cssSelector(".rw-flow-details"))
                .getText()
                .contains(WORDS.of("bpmn.calls.OTHER", "Offer")));
    waitFor(By.cssSelector(".rw-flow-findings .rw-problem")).click();
    eventually("the gateway", () -> !inFlow(".chosen[data-element-id=good]").isEmpty());
    assertThat(browser().findElement(By.cssSelector(".rw-flow-details")).getText())
        .contains("offer.amount > 50000");
    screenshot("flow-element");
    assertNothingFailedInTheBrowser();
  }

  private void seeTheWayLit(String id) {
    open("decisions/" + id);
    eventually("the way", () -> !inFlow(".djs-connection.taken").isEmpty());
    for (var taken : List.of("begin", "f_begin", "offer", "f_offer", "good", "f_no", "person")) {
      assertThat(inFlow(".taken[data-element-id=" + taken + "]")).as(taken).hasSize(1);
    }
    for (var other : List.of("f_yes", "decided")) {
      assertThat(inFlow(".taken[data-element-id=" + other + "]")).as(other).isEmpty();
    }
    screenshot("flow-decision");
  }

  private void seeWhyNot() {
    clickOn(By.cssSelector("#decision-why vaadin-details-summary"));
    waitForText(WORDS.of("decision.why.read", "offer.amount = 0"));
    var steps = browser().findElement(By.cssSelector(".rw-why")).getText();
    assertThat(steps)
        .contains(WORDS.of("decision.why.way", "yes", "Decided"))
        .contains(WORDS.of("decision.why.fails"))
        .contains(WORDS.of("decision.why.is", "annualSales", "430000", ">= 500000"))
        .contains(WORDS.of("decision.why.short", "70000"))
        .contains(WORDS.of("decision.why.referral", "TOO_SMALL"));
    screenshot("flow-why");
  }

  // --- what is there before ---

  private void begin() throws IOException {
    var contract =
        new StrategyContract(
            "lane_flow",
            List.of(new ContractInput("annualSales", FactType.NUMBER, true)),
            List.of(new Reason("TOO_SMALL", "额度过小", "The amount is too small")));
    var wanted = new NewStrategy(key, "车道", "Lane", "");
    var created =
        studio
            .bean(Strategies.class)
            .create(wanted, file("lane.dmn"), file("lane.bpmn"), contract, author.actor());
    assertThat(created).isInstanceOf(CreateStrategyResult.Created.class);
  }

  private void release() {
    var made = studio.bean(Versions.class).create(key, "", author.actor());
    assertThat(made).isInstanceOf(CreateVersionResult.Created.class);
    var version = ((CreateVersionResult.Created) made).version();
    assertThat(studio.bean(Releases.class).release(version.id(), "test", governor.actor()))
        .isInstanceOf(ReleaseResult.Released.class);
  }

  private String decide(BigDecimal sales) throws IOException, InterruptedException {
    var secret =
        studio
            .bean(ApiKeys.class)
            .create("lane " + key, Set.of(Role.CALLER), Set.of(), studio.administrator().actor())
            .secret();
    var answer =
        new Caller(studio.address(), secret)
            .decide("test", key.value(), "E1", Map.of("annualSales", sales));
    assertThat(answer.get("verdict").asString()).isEqualTo("REFER");
    return answer.get("id").asString();
  }

  private static byte[] file(String name) throws IOException {
    try (var in = FlowJourney.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8).getBytes(UTF_8);
    }
  }

  private List<WebElement> inFlow(String css) {
    return browser()
        .findElement(By.tagName("rw-flow-viewer"))
        .getShadowRoot()
        .findElements(By.cssSelector(css));
  }
}
