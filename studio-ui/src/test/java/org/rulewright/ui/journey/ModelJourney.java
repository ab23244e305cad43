package org.rulewright.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.rulewright.access.Language;
import org.rulewright.access.Role;
import org.rulewright.access.User;

/** A scoring model: refused where its scores differ, kept where they agree, and tried. */
class ModelJourney extends BrowserTest {
  private static final Words WORDS = new Words(Language.ZH);

  private static final String PMML =
      """
      <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/>
      <DataDictionary><DataField name="income" optype="continuous" dataType="double"/>
      <DataField name="region" optype="categorical" dataType="string"><Value value="north"/><Value value="south"/></DataField>
      <DataField name="y" optype="continuous" dataType="double"/></DataDictionary>
      <RegressionModel functionName="regression"><MiningSchema><MiningField name="income"/>
      <MiningField name="region"/><MiningField name="y" usageType="target"/></MiningSchema>
      <Output><OutputField name="score" optype="continuous" dataType="double" feature="predictedValue"/></Output>
      <RegressionTable intercept="10"><NumericPredictor name="income" coefficient="0.5"/>
      <CategoricalPredictor name="region" value="north" coefficient="5"/></RegressionTable></RegressionModel></PMML>
      """;

  private final User author = studio.person("mo-ran", "莫然", Language.ZH, Role.STRATEGIST);
  private final String key = "income-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void aModelIsProvenOnItsScoresKeptAndTried() {
    signIn(author.login(), Language.ZH);
    open("models-upload");
    upload(nth(1), key + ".pmml", PMML);
    upload(nth(2), "wrong.csv", "income,region,expected_score\n3,north,17\n");
    keep();
    waitForText(WORDS.of("model.refused", key + ".pmml"));

    open("models-upload");
    upload(nth(1), key + ".pmml", PMML);
    upload(nth(2), "right.csv", "income,region,expected_score\n3,north,16.5\n3,south,11.5\n");
    keep();
    eventually("the model", () -> waitFor(By.cssSelector("h1")).getText().equals(key));
    assertThat(text()).contains(WORDS.of("model.test.passed"));
    screenshot("model");

    fill("income", "1");
    var region = waitFor(By.xpath("//vaadin-combo-box[label[normalize-space()='region']]//input"));
    type(region, "south\n");
    click(WORDS.of("model.score"));
    waitForText("10.5");
    screenshot("model-tried");

    open("models");
    eventually("the model", () -> isOpened(By.cssSelector(".rw-tabs"), key));
    assertNothingFailedInTheBrowser();
  }

  /** Presses the button once the model is in; the expected scores come in before it is worked. */
  private void keep() {
    eventually(
        "both files are in",
        () ->
            Long.valueOf(2)
                .equals(
                    run(
                        "return [...document.querySelectorAll('vaadin-upload')]"
                            + ".filter(it => it.files.length && it.files.every(f => f.complete))"
                            + ".length")));
    var button = By.xpath("//vaadin-button[normalize-space()='" + WORDS.of("model.keep") + "']");
    eventually("the button", () -> waitFor(button).isEnabled());
    clickOn(button);
  }

  private static By nth(int number) {
    return By.xpath("(//vaadin-upload)[" + number + "]");
  }
}
