package org.rulewright.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.value.Temporals;

/** Scores the rows of {@link ExpectedScores} and compares. */
public final class SelfTest {

  private static final int MOST_PROBLEMS = 5;

  private final ScoringModel model;
  private final ExpectedScores expected;
  private final List<Diagnostic> problems = new ArrayList<>();
  private int disagreeing;
  private int compared;
  private double largest;

  private SelfTest(ScoringModel model, ExpectedScores expected) {
    this.model = model;
    this.expected = expected;
  }

  /** Runs the test; a model whose test did not pass must not be used. */
  public static SelfTestResult run(ScoringModel model, ExpectedScores expected) {
    return new SelfTest(model, expected).run();
  }

  private SelfTestResult run() {
    var outputs = new HashMap<Integer, ModelOutput>();
    for (int i = 0; i < expected.columns().size(); i++) {
      var column = expected.columns().get(i);
      if (column.startsWith(ExpectedScores.PREFIX)) {
        int place = i;
        output(column.substring(ExpectedScores.PREFIX.length()))
            .ifPresentOrElse(
                output -> outputs.put(place, output),
                () -> refuse("model.expected-output", column));
      } else if (model.signature().input(column).isEmpty()) {
        refuse("model.expected-input", column);
      }
    }
    if (problems.isEmpty()) {
      for (int row = 0; row < expected.rows().size(); row++) {
        row(row, outputs);
      }
    }
    return new SelfTestResult(
        expected.rows().size(), compared, disagreeing, largest, List.copyOf(problems));
  }

  private Optional<ModelOutput> output(String name) {
    var outputs = model.signature().outputs();
    var exact = model.signature().output(name);
    if (exact.isPresent()) {
      return exact;
    }
    if (name.equals("label")) {
      return only(outputs.stream().filter(it -> it.name().startsWith("predicted")).toList());
    }
    if (name.matches("p\\d+")) {
      var ending = "_" + name.substring(1);
      return only(outputs.stream().filter(it -> it.name().endsWith(ending)).toList());
    }
    return Optional.empty();
  }

  private static Optional<ModelOutput> only(List<ModelOutput> found) {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private void row(int row, Map<Integer, ModelOutput> outputs) {
    var cells = expected.rows().get(row);
    Map<String, @Nullable Object> inputs = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      var input = model.signature().input(expected.columns().get(i));
      if (!outputs.containsKey(i) && input.isPresent()) {
        inputs.put(input.get().name(), value(input.get().type(), cells.get(i)));
      }
    }
    switch (model.score(inputs)) {
      case ModelScore.Failed failed -> {
        disagreeing++;
        for (var problem : failed.problems()) {
          add(problem);
        }
      }
      case ModelScore.Scored scored -> {
        boolean agrees = true;
        for (var output : outputs.entrySet()) {
          var actual = scored.outputs().get(output.getValue().name());
          agrees &= agrees(row, output.getValue(), cells.get(output.getKey()), actual);
        }
        disagreeing += agrees ? 0 : 1;
      }
    }
  }

  /** The typed value of a cell; the text itself where it is not of the type, which scoring says. */
  private static @Nullable Object value(FactType type, String cell) {
    var text = cell.strip();
    if (text.isEmpty()) {
      return null;
    }
    return switch (type) {
      case NUMBER -> number(text).map(Object.class::cast).orElse(text);
      case BOOLEAN -> bool(text);
      case DATE -> Temporals.date(text).map(Object.class::cast).orElse(text);
      default -> cell;
    };
  }

  private static Object bool(String text) {
    return switch (text.toLowerCase(java.util.Locale.ROOT)) {
      case "true", "1" -> Boolean.TRUE;
      case "false", "0" -> Boolean.FALSE;
      default -> text;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException notOfTheType) {
      return Optional.empty();
    }
  }

  private boolean agrees(int row, ModelOutput output, String cell, @Nullable Object actual) {
    if (cell.isBlank()) {
      return true;
    }
    compared++;
    var number = number(cell.strip());
    if (number.isPresent() && actual instanceof BigDecimal score) {
      double wanted = number.get().doubleValue();
      double difference = Math.abs(score.doubleValue() - wanted) / Math.max(1, Math.abs(wanted));
      largest = Math.max(largest, difference);
      if (difference <= ExpectedScores.TOLERANCE) {
        return true;
      }
    } else if (cell.strip().equals(String.valueOf(actual))) {
      return true;
    }
    add(
        Diagnostic.error(
            "model.expected-differs",
            Place.of(output.name()),
            String.valueOf(row + 1),
            output.name(),
            Diagnostic.shortened(cell),
            Diagnostic.shortened(String.valueOf(actual))));
    return false;
  }

  private void refuse(String code, String column) {
    disagreeing = expected.rows().size();
    add(Diagnostic.error(code, Place.of(column), Diagnostic.shortened(column)));
  }

  private void add(Diagnostic problem) {
    if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
