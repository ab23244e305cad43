package org.rulewright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;

/** A look-up table: imported from a file, found in the list, and looked at. */
class LookupJourney extends BrowserTest {
  private static final Words WORDS = new Words(Language.EN);

  private final User author = studio.person("lu-shu", "Lu Shu", Language.EN, Role.STRATEGIST);
  private final String key = "risk-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aTableIsImportedFromAFileFoundAndAsked() {
    signIn(author.login(), Language.EN);
    open("lookups-import");
    upload(By.id("lookup-upload"), key + ".csv", "code,risk\nC13,0.25\nK70,0.8\n");
    waitFor(By.id("lookup-import-start"));
    waitForText("lookup(\"" + key + "\", code)");
    screenshot("lookup-columns");
    clickOn(By.id("lookup-import-start"));

    waitFor(By.id("lookup-call"));
    assertThat(waitFor(By.cssSelector("h1")).getText()).isEqualTo(key);
    inList("K70");
    waitForText(WORDS.of("lookup.count", 2));
    var field = waitFor(By.cssSelector(".rw-lookup-key vaadin-text-field input"));
    type(field, "K70");
    clickOn(By.id("lookup-find"));
    waitForText(WORDS.of("lookup.find.found"));
    eventually("the other row is gone", () -> !text().contains("C13"));
    type(field, "X");
    clickOn(By.id("lookup-find"));
    waitForText(WORDS.of("lookup.find.nothing"));
    click(WORDS.of("lookup.find.all"));
    inList("C13");
    screenshot("lookup");

    open("lookups");
    type(waitFor(By.cssSelector(".rw-table-toolbar vaadin-text-field input")), key);
    eventually("the table", () -> isOpened(By.id("lookup-call"), key));
    inList("0.25");
    assertNothingFailedInTheBrowser();
  }
}
