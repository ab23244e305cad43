package org.rulewright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WindowType;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.notification.Audience;
import org.rulewright.notification.Notice;
import org.rulewright.notification.NotificationKind;
import org.rulewright.notification.Notifications;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;

class NotificationJourney extends BrowserTest {
  private static final By BELL = By.cssSelector(".rw-bell-button");
  private static final By COUNT = By.cssSelector(".rw-bell-count");
  private static final By LINES = By.cssSelector(".rw-notification");

  private final User author = studio.person("bell-author", "周启", Language.ZH, Role.STRATEGIST);
  private final User governor = studio.person("bell-gov", "Gwen Gov", Language.EN, Role.GOVERNOR);

  @Test
  void aGovernorHearsOfANewVersionWithoutAReloadAndGoesThere() {
    studio.bean(Notifications.class).markAllSeen(governor.id());
    var key = aStrategy();
    signIn(governor.login(), Language.EN);
    assertThat(browser().findElements(COUNT)).noneMatch(count -> count.isDisplayed());
    run("window.neverReloaded = true");

    aside(() -> {
      signIn(author.login(), Language.ZH);
      open("strategies/" + key + "/versions");
      click("生成版本");
      waitFor(By.xpath("(//vaadin-dialog//vaadin-button[normalize-space()='生成版本'])[last()]"))
          .click();
      waitForText("已生成第 1 版");
    });

    assertThat(waitFor(COUNT).getText()).isEqualTo("1");
    assertThat(run("return window.neverReloaded")).isEqualTo(true);
    assertThat(waitFor(BELL).getDomAttribute("aria-label")).isEqualTo("Notifications, 1 unread");

    waitFor(BELL).sendKeys(Keys.ENTER);
    waitForText("周启 made version 1 of “Working capital”; it can be released");
    screenshot("notifications-bell-en");
    waitFor(LINES).click();

    await().until(() -> browser().getCurrentUrl().endsWith("strategies/" + key + "/versions"));
    await().until(() -> browser().findElements(COUNT).stream().noneMatch(c -> c.isDisplayed()));
    assertThat(studio.bean(Notifications.class).unseen(governor.id())).isZero();
    assertNothingFailedInTheBrowser();
  }

  @Test
  void everyTabShowsTheNewsAndAJobOfOnesOwnIsAlsoSaid() {
    studio.bean(Notifications.class).markAllSeen(author.id());
    signIn(author.login(), Language.ZH);
    var first = browser().getWindowHandle();
    browser().switchTo().newWindow(WindowType.TAB);
    open("strategies");
    waitFor(BELL);

    tellOfAJob();

    assertThat(waitFor(COUNT).getText()).isEqualTo("1");
    waitForText("任务“企业数据 ← 企业.csv”已完成");
    browser().switchTo().window(first);
    assertThat(waitFor(COUNT).getText()).isEqualTo("1");

    open("notifications");
    waitForText("任务“企业数据 ← 企业.csv”已完成");
    click("全部标为已读");
    await().until(() -> browser().findElements(COUNT).stream().noneMatch(c -> c.isDisplayed()));
    waitFor(By.xpath("//vaadin-checkbox[contains(., '只看未读')]")).click();
    waitForText("没有未读通知");
    assertNothingFailedInTheBrowser();
  }

  private void tellOfAJob() {
    studio
        .bean(Notifications.class)
        .tell(
            new Notice(
                NotificationKind.JOB_DONE,
                new Thing(ThingKind.JOB, UUID.randomUUID().toString()),
                Map.of("title", "企业数据 ← 企业.csv")),
            Audience.of(author.actor()));
  }

  private StrategyKey aStrategy() {
    var key = new StrategyKey("bell-" + UUID.randomUUID().toString().substring(0, 8));
    var wanted = new NewStrategy(key, "流动资金", "Working capital", "");
    Actor by = studio.administrator().actor();
    assertThat(studio.bean(Strategies.class).create(wanted, by))
        .isInstanceOf(CreateStrategyResult.Created.class);
    return key;
  }
}
