package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged files never end the process or hang it: each is refused, or opens and then scores or
 * fails. (With their digest unchanged they would not get so far.)
 */
class FlippedBytesTest {

  private static final int FILES = 400;

  private static final ModelLimits QUICK =
      new ModelLimits(1 << 20, Duration.ofSeconds(10), Duration.ofMillis(500));

  @ParameterizedTest
  @EnumSource(ModelFormat.class)
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aDamagedFileIsRefusedOrScoresOrFails(ModelFormat format) {
    var random = new SplittableRandom(42);
    int opened = 0;
    int scored = 0;
    for (int i = 0; i < FILES; i++) {
      var name = List.of("sba-tree", "sba-logit", "german-logit", "sba-gbm").get(i % 4);
      var rows = CreditModelsTest.rows(name);
      var bytes =
          TestModels.bytes(
              TestModels.credit(name + "." + format.name().toLowerCase(java.util.Locale.ROOT)));
      damage(bytes, random);
      var result = TestModels.open(bytes, format, TestModels.expected(name).features(), QUICK);
      if (result instanceof OpenResult.Opened open) {
        opened++;
        try (var model = open.model()) {
          for (int row = 0; row < 10; row++) {
            scored += model.score(rows.get(row)) instanceof ModelScore.Scored ? 1 : 0;
          }
        }
      } else {
        assertThat(TestModels.messages(result)).isNotEmpty();
      }
    }
    System.out.printf(
        "%s: of %d damaged files %d open, and give %d scores for %d rows%n",
        format, FILES, opened, scored, 10 * opened);
    assertThat(opened).isLessThan(FILES);
  }

  private static void damage(byte[] bytes, SplittableRandom random) {
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }
}
