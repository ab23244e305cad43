package org.rulewright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Versions;

/** A version is examined against the reference engines, and the list says what was found. */
class EvidenceJourney extends BrowserTest {
  private static final Words WORDS = new Words(Language.EN);

  private final User author = studio.person("zheng-ju", "Zheng Ju", Language.EN, Role.STRATEGIST);

  @Test
  void aVersionIsExaminedAndItsBadgeSaysWhatWasFound() {
    var key = new StrategyKey("proven-" + UUID.randomUUID().toString().substring(0, 8));
    aVersion(key);
    signIn(author.login(), Language.EN);
    open("strategies/" + key + "/versions");
    badge().click();
    waitForText(WORDS.of("strategy.evidence.what"));
    click(WORDS.of("strategy.evidence.examine"));

    waitForText(WORDS.of("strategy.evidence.cells"));
    waitForText(equal());
    screenshot("evidence-report");
    // by the key, because the news that the job has ended may lie over the button
    new Actions(browser()).sendKeys(Keys.ESCAPE).perform();
    eventually("the badge", () -> badge().getText().contains(equal()));
    screenshot("evidence-badge");
    assertNothingFailedInTheBrowser();
  }

  /** What stands before the number of cases. */
  private static String equal() {
    return WORDS.of("strategy.evidence.equal").replace("{0} cases", "").strip();
  }

  private WebElement badge() {
    return waitFor(By.cssSelector("vaadin-grid .rw-evidence vaadin-button"));
  }

  private void aVersion(StrategyKey key) {
    var wanted = new NewStrategy(key, "已检验", "Proven", "");
    assertThat(studio.bean(Strategies.class).create(wanted, author.actor()))
        .isInstanceOf(CreateStrategyResult.Created.class);
    assertThat(studio.bean(Versions.class).create(key, "", author.actor()))
        .isInstanceOf(CreateVersionResult.Created.class);
  }
}
