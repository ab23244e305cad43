package org.rulewright.ui.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.rulewright.access.ApiKeys;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.Users;

class AdministrationJourney extends BrowserTest {
  private static final String DOWNLOAD =
      """
      return fetch(document.querySelector(arguments[0]).href)
        .then(answer => answer.arrayBuffer())
        .then(bytes => btoa(String.fromCharCode(...new Uint8Array(bytes))));
      """;

  @Test
  void anAdministratorAddsAUserAndSeesItInTheAuditTrail() {
    signIn(studio.administrator().login(), Language.EN);
    open("users");
    click("New user");
    fill("Login name", "nora");
    fill("Name", "Nora New");
    fill("First password", RunningStudio.PASSWORD);
    waitFor(By.xpath("//vaadin-checkbox[contains(., 'Platform operator')]")).click();
    click("Create");
    waitForText("Created the user Nora New");
    screenshot("users-en");
    var nora = studio.bean(Users.class).findByLogin("nora").orElseThrow();
    assertThat(nora.roles()).containsExactly(Role.OPERATOR);

    open("audit");
    waitForText("User created");
    screenshot("audit-en");
    click("Verify the chain");
    waitForText("The audit trail is intact");
    screenshot("audit-verified-en");
    assertNothingFailedInTheBrowser();
  }

  @Test
  void aKeyIsShownOnceAndLetsAScriptIn() {
    signIn(studio.administrator().login(), Language.EN);
    open("api-keys");
    click("New key");
    fill("Name", "core system");
    click("Create");
    waitForText("The key “core system” was created");
    screenshot("key-secret-en");
    var secret = waitFor(By.cssSelector(".rw-secret .rw-mono")).getText();
    var key = studio.bean(ApiKeys.class).authenticate(secret).orElseThrow();
    assertThat(key.roles()).containsExactly(Role.CALLER);
    click("I have kept it");
    waitForText("core system");
    browser().navigate().refresh();
    waitForText("core system");
    assertThat(browser().getPageSource()).doesNotContain(secret);
  }

  @Test
  void aListIsTakenAwayAsAWorkbookAsItStandsInItsAddress() throws IOException {
    signIn(studio.administrator().login(), Language.EN);
    open("users?q=Ada&columns=login.name&sort=-name");
    waitForText("1 row");

    var file = Base64.getDecoder().decode(String.valueOf(run(DOWNLOAD, ".rw-export-xlsx")));

    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      var sheet = workbook.getFirstSheet();
      assertThat(sheet.getName()).isEqualTo("Users and roles");
      assertThat(sheet.read())
          .extracting(row -> row.getCellText(0) + "|" + row.getCellText(1))
          .containsExactly("Login name|Name", "admin|Ada Admin");
    }
    var csv = Base64.getDecoder().decode(String.valueOf(run(DOWNLOAD, ".rw-export-csv")));
    assertThat(new String(csv, UTF_8))
        .isEqualTo("\uFEFF\"Login name\",\"Name\"\r\n\"admin\",\"Ada Admin\"\r\n");
  }
}
