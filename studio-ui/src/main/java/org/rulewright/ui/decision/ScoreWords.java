package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decisionlog.RecordedStep;

/** Says of the steps of a decision, asked one after the other, which model gave which score. */
final class ScoreWords {

  /** More digits are on record, and in its export. */
  private static final MathContext SHOWN = new MathContext(6);

  private final Map<String, @Nullable Object> scores;
  private final Map<String, Integer> calls = new HashMap<>();

  ScoreWords(Map<String, @Nullable Object> scores) {
    this.scores = scores;
  }

  /** The score of a step that is a model's; empty for any other. */
  Optional<String> of(RecordedStep step) {
    if (!step.kind().equals(DecisionKind.MODEL.name())) {
      return Optional.empty();
    }
    int call = calls.merge(step.decisionId(), 1, Integer::sum);
    var name = call == 1 ? step.decisionId() : step.decisionId() + "#" + call;
    return scores.get(name) instanceof Map<?, ?> score
        ? Optional.of(words(score))
        : Optional.empty();
  }

  private static String words(Map<?, ?> score) {
    var model = String.valueOf(score.get("model"));
    var version = String.valueOf(score.get("version"));
    var given =
        score.get("outputs") instanceof Map<?, ?> outputs
            ? tr("decision.scored", outputs(outputs), model, version)
            : tr("decision.notScored", codes(score.get("failed")), model, version);
    return score.get("inputs") instanceof Map<?, ?> inputs
        ? given + "\n" + tr("decision.scored.inputs", named(inputs))
        : given;
  }

  /** The score alone where there is one, else each by its name. */
  private static String outputs(Map<?, ?> outputs) {
    return outputs.size() == 1 ? value(outputs.values().iterator().next()) : named(outputs);
  }

  private static String named(Map<?, ?> values) {
    return values.entrySet().stream()
        .map(it -> it.getKey() + " = " + value(it.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> tr("decision.scored.missing");
      case Number number ->
          new BigDecimal(number.toString()).round(SHOWN).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }

  private static String codes(@Nullable Object failed) {
    return failed instanceof List<?> codes
        ? codes.stream().map(String::valueOf).distinct().collect(Collectors.joining(", "))
        : "";
  }
}
