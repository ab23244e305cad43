package org.rulewright.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.SharedMaterial;
import org.rulewright.decision.Facts;
import org.rulewright.model.ExpectedScores;
import org.rulewright.model.ModelDecision;
import org.rulewright.model.ModelFormat;
import org.rulewright.model.ModelLimits;
import org.rulewright.model.OpenResult;
import org.rulewright.model.ScoringModel;
import org.rulewright.model.ScoringModels;

/**
 * Goal 5, second half: a model step against a bare call of ONNX Runtime, which makes its tensor,
 * runs, and reads label and probabilities as its documentation shows.
 */
final class ModelGoals {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
  private static final double MOST = 1.2;

  private ModelGoals() {}

  static void step() {
    for (var name : List.of("sba-logit", "sba-gbm", "german-rf")) {
      var goal = Goal.atMost("5.model-" + name + "-bare-call", MOST);
      var folder = folder();
      if (folder == null) {
        goal.missed("models-absent");
      } else {
        measure(goal, folder, name);
      }
    }
  }

  private static @Nullable Path folder() {
    try {
      return SharedMaterial.folder("models/credit-selfmade");
    } catch (org.opentest4j.TestAbortedException absent) {
      return null;
    }
  }

  private static void measure(Goal goal, Path folder, String name) {
    try {
      var bytes = Files.readAllBytes(folder.resolve(name + ".onnx"));
      var csv = Files.readString(folder.resolve(name + ".expected.csv"));
      var expected = ((ExpectedScores.Reading.Read) ExpectedScores.read(csv)).scores();
      var facts = expected.rows().stream().map(row -> facts(expected, row)).toList();
      try (var model = open(bytes, expected.features())) {
        var decision = new ModelDecision(name, name, model);
        double ours =
            Speed.perSecond(
                i -> decision.evaluate(facts.get(i % facts.size()), AS_OF, false), 2, 0.5);
        double bare = bare(bytes, expected, false);
        double kept = bare(bytes, expected, true);
        System.err.printf(
            "%s: a step %.2f us, a bare call %.2f us, one that keeps its tensors as we do %.2f us%n",
            name, 1e6 / ours, 1e6 / bare, 1e6 / kept);
        goal.measured(bare / ours);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ScoringModel open(byte[] bytes, List<String> features) {
    return switch (ScoringModels.open(
        bytes, ScoringModels.digest(bytes), ModelFormat.ONNX, ModelLimits.DEFAULT, features)) {
      case OpenResult.Opened opened -> opened.model();
      case OpenResult.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private static Facts facts(ExpectedScores expected, List<String> row) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < expected.features().size(); i++) {
      values.put(expected.columns().get(i), new BigDecimal(row.get(i)));
    }
    return Facts.of(values);
  }

  private static double bare(byte[] bytes, ExpectedScores expected, boolean kept)
      throws OrtException {
    int width = expected.features().size();
    var rows =
        expected.rows().stream()
            .map(row -> {
              var values = new float[width];
              for (int i = 0; i < width; i++) {
                values[i] = Float.parseFloat(row.get(i));
              }
              return values;
            })
            .toList();
    var environment = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      try (var session = environment.createSession(bytes, options)) {
        var buffer =
            ByteBuffer.allocateDirect(4 * width).order(ByteOrder.nativeOrder()).asFloatBuffer();
        if (kept) {
          return kept(environment, session, buffer, rows);
        }
        return Speed.perSecond(
            i -> call(environment, session, buffer.put(0, rows.get(i % rows.size()))), 2, 0.5);
      }
    }
  }

  private static Object call(OrtEnvironment environment, OrtSession session, FloatBuffer row) {
    try (var tensor = OnnxTensor.createTensor(environment, row, new long[] {1, row.capacity()});
        var result = session.run(Map.of("input", tensor))) {
      var label = result.get(0).getValue();
      var probabilities = (float[][]) result.get(1).getValue();
      return probabilities[0][1] > 2 ? label : probabilities;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A call that makes no tensor: inputs and outputs are memory the runtime reads and writes. */
  private static double kept(
      OrtEnvironment environment, OrtSession session, FloatBuffer buffer, List<float[]> rows)
      throws OrtException {
    var names = List.copyOf(session.getOutputNames());
    var label = ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder()).asLongBuffer();
    var probabilities =
        ByteBuffer.allocateDirect(2 * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
    try (var tensor =
            OnnxTensor.createTensor(environment, buffer, new long[] {1, buffer.capacity()});
        var first = OnnxTensor.createTensor(environment, label, new long[] {1});
        var second = OnnxTensor.createTensor(environment, probabilities, new long[] {1, 2})) {
      var inputs = Map.of("input", tensor);
      Map<String, OnnxValue> outputs = Map.of(names.get(0), first, names.get(1), second);
      return Speed.perSecond(
          i -> {
            buffer.put(0, rows.get(i % rows.size()));
            try (var result = session.run(inputs, Set.of(), outputs)) {
              return probabilities.get(1) > 2 ? result : names;
            } catch (OrtException e) {
              throw new IllegalStateException(e);
            }
          },
          2,
          0.5);
    }
  }
}
