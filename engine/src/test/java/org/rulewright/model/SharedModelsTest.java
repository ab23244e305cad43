package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedModelsTest {

  private final SharedModels models = new SharedModels(ModelLimits.DEFAULT);
  private final AtomicInteger loads = new AtomicInteger();

  @Test
  void aModelIsLoadedOnceAndReleasedWithItsLastHolder() {
    var first = open();
    var second = open();
    assertThat(loads).hasValue(1);

    first.close();
    first.close();

    assertThat(models.size()).isEqualTo(1);
    assertThat(score(second)).isInstanceOf(ModelScore.Scored.class);
    assertThatThrownBy(() -> score(first)).isInstanceOf(IllegalStateException.class);

    second.close();

    assertThat(models.size()).isZero();
    open().close();
    assertThat(loads).hasValue(2);
  }

  @Test
  void aRefusedModelIsNotKept() {
    var result = models.open("0".repeat(64), ModelFormat.PMML, List.of(), () -> new byte[] {1});

    assertThat(TestModels.refusals(result)).containsExactly("model.digest");
    assertThat(models.size()).isZero();
  }

  private ScoringModel open() {
    var bytes = PmmlText.regression().getBytes(StandardCharsets.UTF_8);
    return TestModels.opened(
        models.open(
            ScoringModels.digest(bytes),
            ModelFormat.PMML,
            List.of(),
            () -> {
              loads.incrementAndGet();
              return bytes;
            }));
  }

  private static ModelScore score(ScoringModel model) {
    return model.score(Map.of("income", BigDecimal.ONE, "region", "north"));
  }
}
