package org.rulewright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.access.Users;

class SignInJourney extends BrowserTest {

  private User lin() {
    return studio.person("lin", "林审查", Language.ZH, Role.REVIEWER);
  }

  private User mary() {
    return studio.person("mary", "Mary Strategist", Language.EN, Role.STRATEGIST);
  }

  @Test
  void aChineseReaderSignsInAndReadsChinese() {
    signIn(lin().login(), Language.ZH);
    waitForText("林审查，欢迎回来");
    assertThat(text()).contains("审计日志").doesNotContain("用户与角色");
    assertThat(browser().getTitle()).isEqualTo("主页 · Rulewright");
    assertThat(run("return document.documentElement.lang")).isEqualTo("zh-CN");
    screenshot("home-zh");
    assertNothingFailedInTheBrowser();
  }

  @Test
  void anEnglishReaderSignsInAndReadsEnglish() {
    signIn(mary().login(), Language.EN);
    waitForText("Welcome back, Mary Strategist.");
    assertThat(text()).contains("Strategies").doesNotContain("Audit trail");
    screenshot("home-en");
    assertNothingFailedInTheBrowser();
  }

  @Test
  void aWrongPasswordIsSaidWithWhatToDo() {
    openBrowser(Language.EN);
    open("login");
    type(waitFor(By.name("username")), mary().login());
    var password = browser().findElement(By.name("password"));
    type(password, "not the password");
    password.sendKeys(Keys.ENTER);
    waitForText("Login name or password is not right");
    screenshot("login-wrong-en");
  }

  @Test
  void aScreenOfAnotherRoleSaysWhyItStaysClosed() {
    signIn(mary().login(), Language.EN);
    open("users");
    waitForText("You may not open this page");
    assertThat(text()).doesNotContain("New user");
    screenshot("denied-en");
  }

  @Test
  void anUnknownAddressSaysSo() {
    signIn(lin().login(), Language.ZH);
    open("no-such-place");
    waitForText("这里没有页面");
    screenshot("not-found-zh");
  }

  @Test
  void aStrangerIsLedToTheDoor() {
    var unused = studio.administrator();
    openBrowser(Language.ZH);
    open("audit");
    var name = waitFor(By.name("username"));
    assertThat(name.isDisplayed()).isTrue();
    assertThat(browser().getCurrentUrl()).endsWith("/login");
    screenshot("login-zh");
  }

  @Test
  void aSessionEndsWhenTheRolesChange() {
    var ivo = studio.person("ivo", "Ivo Reviewer", Language.EN, Role.REVIEWER);
    signIn(ivo.login(), Language.EN);
    var unused =
        studio
            .bean(Users.class)
            .changeRoles(ivo.id(), Set.of(Role.OFFICER), studio.administrator().actor());
    open("audit");
    var name = waitFor(By.name("username"));
    assertThat(name.isDisplayed()).isTrue();
  }
}
