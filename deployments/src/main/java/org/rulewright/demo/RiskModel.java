package org.rulewright.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A logistic regression of default on three facts, fitted to generated enterprises, and its file.
 *
 * <p>Equal enterprises give an equal file on every machine: additions and products of doubles are
 * exact to the bit in Java, exponentials come from {@link StrictMath}, and coefficients are rounded
 * far above where a fit is sure.
 */
final class RiskModel {

  /** The first rating is what the others are compared with. */
  static final List<String> RATINGS = List.of("A", "B", "M", "C", "D");

  private static final int DIGITS = 6;

  private final double intercept;
  private final double perCourtCase;
  private final double perInsuredMonth;
  private final double[] ofRating;

  private RiskModel(double[] weights) {
    intercept = weights[0];
    perCourtCase = weights[1];
    perInsuredMonth = weights[2];
    ofRating = new double[RATINGS.size()];
    System.arraycopy(weights, 3, ofRating, 1, RATINGS.size() - 1);
  }

  static RiskModel fitted(List<Enterprise> enterprises) {
    var rows = enterprises.stream().map(RiskModel::row).toArray(double[][]::new);
    var defaulted = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      defaulted[i] = enterprises.get(i).defaulted();
    }
    var weights = LogisticFit.of(rows, defaulted);
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          BigDecimal.valueOf(weights[i]).setScale(DIGITS, RoundingMode.HALF_UP).doubleValue();
    }
    return new RiskModel(weights);
  }

  private static double[] row(Enterprise it) {
    var row = new double[3 + RATINGS.size() - 1];
    row[0] = 1;
    row[1] = it.courtCases();
    row[2] = it.insuredMonths();
    int rating = RATINGS.indexOf(it.taxRating());
    if (rating > 0) {
      row[2 + rating] = 1;
    }
    return row;
  }

  /** The probability of default within twelve months. */
  double probability(Enterprise it) {
    return EnterpriseGenerator.logistic(
        intercept
            + perCourtCase * it.courtCases()
            + perInsuredMonth * it.insuredMonths()
            + ofRating[RATINGS.indexOf(it.taxRating())]);
  }

  /** The model as PMML 4.4. */
  String pmml() {
    var ratings =
        RATINGS.stream().map("<Value value=\"%s\"/>"::formatted).collect(Collectors.joining());
    var predictors = new ArrayList<String>();
    for (int i = 1; i < RATINGS.size(); i++) {
      predictors.add(
          "<CategoricalPredictor name=\"taxRating\" value=\"%s\" coefficient=\"%s\"/>"
              .formatted(RATINGS.get(i), text(ofRating[i])));
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
    <Header description="Default within twelve months, fitted to the generated enterprises of the demonstration"/>
    <DataDictionary>
    <DataField name="courtCases" optype="continuous" dataType="double"/>
    <DataField name="insuredMonths" optype="continuous" dataType="double"/>
    <DataField name="taxRating" optype="categorical" dataType="string">%s</DataField>
    <DataField name="defaulted" optype="categorical" dataType="string"><Value value="true"/><Value value="false"/></DataField>
    </DataDictionary>
    <RegressionModel functionName="classification" normalizationMethod="logit">
    <MiningSchema><MiningField name="courtCases"/><MiningField name="insuredMonths"/><MiningField name="taxRating"/>
    <MiningField name="defaulted" usageType="target"/></MiningSchema>
    <Output><OutputField name="probability" optype="continuous" dataType="double" feature="probability" value="true"/></Output>
    <RegressionTable intercept="%s" targetCategory="true">
    <NumericPredictor name="courtCases" coefficient="%s"/>
    <NumericPredictor name="insuredMonths" coefficient="%s"/>
    %s
    </RegressionTable>
    <RegressionTable intercept="0" targetCategory="false"/>
    </RegressionModel></PMML>
    """
        .formatted(
            ratings,
            text(intercept),
            text(perCourtCase),
            text(perInsuredMonth),
            String.join("\n", predictors));
  }

  private static String text(double coefficient) {
    return BigDecimal.valueOf(coefficient).toPlainString();
  }

  /** What the model is to give for enterprises, computed here, not by who reads the file. */
  String expected(List<Enterprise> enterprises) {
    return enterprises.stream()
        .map(it ->
            "%d,%d,%s,%s\n"
                .formatted(
                    it.courtCases(),
                    it.insuredMonths(),
                    it.taxRating(),
                    BigDecimal.valueOf(probability(it)).toPlainString()))
        .collect(
            Collectors.joining(
                "", "courtCases,insuredMonths,taxRating,expected_probability\n", ""));
  }
}
