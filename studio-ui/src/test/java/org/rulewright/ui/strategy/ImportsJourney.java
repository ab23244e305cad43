package org.rulewright.ui.strategy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.DraftEdit;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.journey.BrowserTest;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Versions;

/** The rules of one strategy are used by another, and renewed, by clicks alone. */
class ImportsJourney extends BrowserTest {

  private final User lin = studio.person("lin-yin", "林引", Language.ZH, Role.STRATEGIST);
  private final User ada = studio.person("ada-re", "Ada Re", Language.EN, Role.STRATEGIST);

  @ParameterizedTest
  @EnumSource(Language.class)
  void rulesAreUsedByChoiceAndRenewedByAClick(Language language) {
    boolean zh = language == Language.ZH;
    var library = aStrategy(zh ? "准入规则库" : "Admission rules");
    version(library);
    var user = aStrategy(zh ? "小微贷款" : "Small loans");
    signIn(zh ? lin.login() : ada.login(), language);
    open("strategies/" + user + "/imports");
    screenshot("imports-empty-" + language.name().toLowerCase(Locale.ROOT));

    click(zh ? "使用其他策略的规则…" : "Use rules of another strategy…");
    var box = waitFor(By.cssSelector("vaadin-combo-box input"));
    box.sendKeys(library.value());
    waitFor(By.cssSelector("vaadin-combo-box-item"));
    box.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    waitFor(By.cssSelector("vaadin-checkbox input")).click();
    screenshot("imports-choose-" + language.name().toLowerCase(Locale.ROOT));
    click(zh ? "引用" : "Use");

    awaitDraft(user, "version=\"1\"");
    waitForText(zh ? "版本 1" : "Version 1");
    assertThat(draft(user)).contains("strategy=\"" + library + "\"", "#decision_verdict");

    stricter(library);
    version(library);
    browser().navigate().refresh();
    click(zh ? "有新版本 2" : "Version 2 is newer");
    waitForText(">= 5");
    screenshot("imports-newer-" + language.name().toLowerCase(Locale.ROOT));
    click(zh ? "改用新版本" : "Take the newer version");
    awaitDraft(user, "version=\"2\"");
    screenshot("imports-used-" + language.name().toLowerCase(Locale.ROOT));

    open("strategies/" + user);
    waitFor(By.cssSelector("rw-dmn-editor"));
    open("strategies/" + library + "/imports");
    waitForText(zh ? "引用版本 2" : "uses version 2");
    screenshot("imports-users-" + language.name().toLowerCase(Locale.ROOT));
    assertNothingFailedInTheBrowser();
  }

  private StrategyKey aStrategy(String name) {
    var key = new StrategyKey("reuse-" + UUID.randomUUID().toString().substring(0, 8));
    assertThat(
            studio
                .bean(Strategies.class)
                .create(new NewStrategy(key, name, name, ""), studio.administrator().actor()))
        .isInstanceOf(CreateStrategyResult.Created.class);
    return key;
  }

  private void version(StrategyKey key) {
    assertThat(studio.bean(Versions.class).create(key, "", studio.administrator().actor()))
        .isInstanceOf(CreateVersionResult.Created.class);
  }

  private void stricter(StrategyKey key) {
    var head = studio.bean(Drafts.class).latest(key);
    var dmn = draft(key).replaceAll("<text>(&gt;|>)= 2</text>", "<text>&gt;= 5</text>");
    var edit = new DraftEdit(head.number(), dmn.getBytes(UTF_8), head.contract(), "", "");
    assertThat(studio.bean(Drafts.class).save(key, edit, studio.administrator().actor()))
        .isInstanceOf(SaveResult.Saved.class);
  }

  private void awaitDraft(StrategyKey key, String text) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(draft(key)).contains(text));
  }

  private String draft(StrategyKey key) {
    return new String(studio.bean(Drafts.class).latest(key).dmn(), UTF_8);
  }
}
