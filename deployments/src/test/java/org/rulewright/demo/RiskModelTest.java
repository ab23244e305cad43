package org.rulewright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rulewright.model.ExpectedScores;
import org.rulewright.model.ModelFormat;
import org.rulewright.model.ModelLimits;
import org.rulewright.model.OpenResult;
import org.rulewright.model.ScoringModels;
import org.rulewright.model.SelfTest;

class RiskModelTest {
  private static final List<Enterprise> ALL = DemoData.enterprises();
  private static final List<Enterprise> LEARNT = DemoModel.learnt(ALL);
  private static final List<Enterprise> REST = ALL.subList(LEARNT.size(), ALL.size());

  @Test
  void theFitFindsTheWeightsThatMadeTheData() {
    var random = new Random(3);
    var rows = new double[40_000][];
    var positive = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, random.nextGaussian(), random.nextInt(3)};
      positive[i] =
          random.nextDouble()
              < EnterpriseGenerator.logistic(-2 + 0.7 * rows[i][1] - 0.4 * rows[i][2]);
    }

    assertThat(LogisticFit.of(rows, positive))
        .containsExactly(new double[] {-2, 0.7, -0.4}, within(0.06));
  }

  @Test
  void theFileGivesWhatTheFitGives() {
    var model = RiskModel.fitted(LEARNT);
    var bytes = model.pmml().getBytes(StandardCharsets.UTF_8);
    var expected = (ExpectedScores.Reading.Read) ExpectedScores.read(model.expected(REST));

    var opened =
        ScoringModels.open(
            bytes, ScoringModels.digest(bytes), ModelFormat.PMML, ModelLimits.DEFAULT);

    try (var scoring = ((OpenResult.Opened) opened).model()) {
      var result = SelfTest.run(scoring, expected.scores());
      assertThat(result.problems()).isEmpty();
      assertThat(result.compared()).isEqualTo(REST.size());
      assertThat(result.largest()).isLessThan(1e-12);
    }
  }

  @Test
  void itTellsDefaultsApartAmongEnterprisesItHasNotSeen() {
    var model = RiskModel.fitted(LEARNT);

    assertThat(auc(model)).isBetween(0.70, 0.95);
    double mean = REST.stream().mapToDouble(model::probability).average().orElseThrow();
    double rate = REST.stream().filter(Enterprise::defaulted).count() / (double) REST.size();
    assertThat(mean).isCloseTo(rate, within(0.05));
  }

  @Test
  void equalEnterprisesGiveAnEqualFile() {
    assertThat(RiskModel.fitted(DemoModel.learnt(DemoData.enterprises())).pmml())
        .isEqualTo(RiskModel.fitted(LEARNT).pmml());
  }

  private static double auc(RiskModel model) {
    double won = 0;
    long pairs = 0;
    for (var bad : REST) {
      for (var good : REST) {
        if (bad.defaulted() && !good.defaulted()) {
          double difference = model.probability(bad) - model.probability(good);
          won += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return won / pairs;
  }
}
