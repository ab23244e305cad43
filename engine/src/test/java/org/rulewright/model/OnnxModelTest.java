package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.rulewright.decision.FactType;

class OnnxModelTest {

  @Test
  void decimalsAreScoredInTheTypeOfTheTensor() {
    try (var model = open(OnnxBytes.unary("Neg"))) {
      var score = model.score(Map.of("x_1", new BigDecimal("0.1"), "x_2", 3L));

      assertThat(((ModelScore.Scored) score).outputs())
          .containsExactly(
              entry("y_0", new BigDecimal("-0.1")), entry("y_1", new BigDecimal("-3.0")));
    }
  }

  @Test
  void aScoreThatIsNotANumberIsAnErrorNeverAValue() {
    try (var model = open(OnnxBytes.unary("Log"))) {
      assertThat(TestModels.failures(model.score(row("-1", "1"))))
          .containsExactly("model.no-number");
      assertThat(TestModels.failures(model.score(row("0", "0"))))
          .containsExactly("model.no-number", "model.no-number");
      assertThat(model.score(row("1", "1"))).isInstanceOf(ModelScore.Scored.class);
    }
  }

  @Test
  void aMissingFeatureIsAnErrorUnlessTheModelSaysWhatItMeans() {
    var imputed =
        OnnxBytes.model(
            OnnxBytes.graph(OnnxBytes.FLOAT, 2)
                .message(
                    1,
                    OnnxBytes.node(
                        "ai.onnx.ml",
                        "Imputer",
                        "x",
                        "y",
                        new ProtoBytes()
                            .text(1, "imputed_value_floats")
                            .number(20, 6)
                            .real(7, 7f)
                            .real(7, 8f),
                        new ProtoBytes()
                            .text(1, "replaced_value_float")
                            .number(20, 1)
                            .real(2, Float.NaN))));
    try (var plain = open(OnnxBytes.unary("Neg"));
        var imputing = open(imputed.bytes())) {
      assertThat(plain.signature().inputs().getFirst().optional()).isFalse();
      assertThat(TestModels.failures(plain.score(Map.of("x_1", BigDecimal.ONE))))
          .containsExactly("model.input-missing");
      assertThat(imputing.signature().inputs().getFirst().optional()).isTrue();
      assertThat(((ModelScore.Scored) imputing.score(Map.of("x_1", BigDecimal.ONE))).outputs())
          .containsExactly(
              entry("y_0", new BigDecimal("1.0")), entry("y_1", new BigDecimal("8.0")));
    }
  }

  @Test
  void numbersBeyondSinglePrecisionAreRefused() {
    try (var model = open(OnnxBytes.unary("Neg"))) {
      assertThat(TestModels.failures(model.score(row("1e39", "1"))))
          .containsExactly("model.input-range");
    }
  }

  @Test
  void textsAndWholeNumbersAndBooleansAreTyped() {
    try (var texts = open(identity(OnnxBytes.STRING));
        var wholes = open(identity(OnnxBytes.INT64));
        var booleans = open(identity(OnnxBytes.BOOL))) {
      assertThat(texts.signature().inputs().getFirst().type()).isEqualTo(FactType.TEXT);
      assertThat(outputs(texts, "北京", "b")).containsExactly("北京", "b");
      assertThat(outputs(wholes, new BigDecimal("9007199254740993"), 2))
          .containsExactly(new BigDecimal("9007199254740993"), new BigDecimal("2"));
      assertThat(TestModels.failures(wholes.score(row("1.5", "1"))))
          .containsExactly("model.input-whole");
      assertThat(outputs(booleans, true, false)).containsExactly(true, false);
      assertThat(TestModels.failures(booleans.score(row("1", "0"))))
          .containsExactly("model.input-type", "model.input-type");
    }
  }

  @Test
  void aRunThatTakesTooLongIsStopped() {
    var limits = new ModelLimits(1 << 20, Duration.ofSeconds(20), Duration.ofMillis(200));
    var result = TestModels.open(OnnxBytes.endless(), ModelFormat.ONNX, List.of(), limits);
    try (var model = TestModels.opened(result)) {
      assertThat(model.score(row("1", "2"))).isInstanceOf(ModelScore.Scored.class);
      long start = System.nanoTime();

      assertThat(TestModels.failures(model.score(row("11", "2"))))
          .containsExactly("EVALUATION_TIMEOUT");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
      assertThat(model.score(row("1", "2"))).isInstanceOf(ModelScore.Scored.class);
      var batch =
          model.scoreAll(
              2,
              Map.of(
                  "x_1", new ModelColumn.Numbers(new double[] {11, 12}),
                  "x_2", new ModelColumn.Numbers(new double[] {0, 0})));
      assertThat(TestModels.failures(batch.row(1))).containsExactly("EVALUATION_TIMEOUT");
    }
  }

  @Test
  void oneBadRowOfABatchFailsAlone() {
    try (var model = open(OnnxBytes.unary("Log"))) {
      var batch =
          model.scoreAll(
              4,
              Map.of(
                  "x_1", new ModelColumn.Numbers(new double[] {1, -1, Double.NaN, 4}),
                  "x_2", new ModelColumn.Numbers(new double[] {1, 1, 1, 1})));

      assertThat(batch.scored(0)).isTrue();
      assertThat(TestModels.failures(batch.row(1))).containsExactly("model.no-number");
      assertThat(TestModels.failures(batch.row(2))).containsExactly("model.input-missing");
      assertThat(batch.row(3)).isEqualTo(model.score(row("4", "1")));
      assertThat(batch.numbers("y_0")[1]).isNaN();
      assertThatThrownBy(() -> batch.numbers("z")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void manyThreadsShareAModelAndItsCloseWaitsForThem() throws Exception {
    var model = TestModels.credit("sba-gbm", ModelFormat.ONNX);
    var rows = CreditModelsTest.rows("sba-gbm");
    var alone = rows.stream().map(model::score).toList();
    var started = new CountDownLatch(8);
    Callable<Integer> work =
        () -> {
          started.countDown();
          int scored = 0;
          try {
            while (true) {
              int at = scored % rows.size();
              assertThat(model.score(rows.get(at))).isEqualTo(alone.get(at));
              scored++;
            }
          } catch (IllegalStateException closed) {
            return scored;
          }
        };
    try (var threads = Executors.newFixedThreadPool(8)) {
      var running = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 8; i++) {
        running.add(threads.submit(work));
      }
      started.await();
      Thread.sleep(300);
      model.close();
      model.close();

      for (var thread : running) {
        assertThat(thread.get()).isPositive();
      }
    }
    assertThatThrownBy(() -> model.score(rows.getFirst()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void closedModelsGiveTheirMemoryBack() throws IOException {
    var bytes = TestModels.bytes(TestModels.credit("sba-rf.onnx"));
    var row = CreditModelsTest.rows("sba-rf").getFirst();
    var names = TestModels.expected("sba-rf").features();
    hundredSessions(bytes, names, row);
    long before = resident();
    for (int i = 0; i < 4; i++) {
      hundredSessions(bytes, names, row);
    }
    long grown = resident() - before;
    System.out.printf("400 more sessions opened and closed: %d MB more resident%n", grown >> 20);
    // left open they would take more than 500 MB; the heap's own growth is within this
    assertThat(grown).isLessThan(250L << 20);
  }

  private static void hundredSessions(
      byte[] bytes, List<String> names, Map<String, @Nullable Object> row) {
    var models = new ArrayList<ScoringModel>();
    for (int i = 0; i < 100; i++) {
      var model = TestModels.opened(bytes, ModelFormat.ONNX, names);
      assertThat(model.score(row)).isInstanceOf(ModelScore.Scored.class);
      models.add(model);
    }
    models.forEach(ScoringModel::close);
  }

  private static long resident() throws IOException {
    return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]) * 4096;
  }

  private static byte[] identity(int type) {
    return OnnxBytes.model(
            OnnxBytes.graph(type, 2).message(1, OnnxBytes.node("Identity", "x", "y")))
        .bytes();
  }

  private static List<@Nullable Object> outputs(ScoringModel model, Object first, Object second) {
    var score = model.score(Map.of("x_1", first, "x_2", second));
    assertThat(score).as(score.toString()).isInstanceOf(ModelScore.Scored.class);
    return new ArrayList<>(((ModelScore.Scored) score).outputs().values());
  }

  private static Map<String, @Nullable Object> row(String first, String second) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("x_1", new BigDecimal(first));
    row.put("x_2", new BigDecimal(second));
    return row;
  }

  private static ScoringModel open(byte[] bytes) {
    return TestModels.opened(bytes, ModelFormat.ONNX, List.of());
  }
}
