package org.rulewright.parity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;

/** Writes values as FEEL, for people and for a canonical report. */
final class FeelText {

  private FeelText() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case BigDecimal number ->
          Math.abs(number.scale()) > 50 ? number.toString() : number.toPlainString();
      case LocalDate date -> "date(\"" + date + "\")";
      case LocalTime time -> "time(\"" + time + "\")";
      case OffsetTime time -> "time(\"" + time + "\")";
      case Temporal time -> "date and time(\"" + time + "\")";
      case Duration duration -> "duration(\"" + duration + "\")";
      case Period period -> "duration(\"" + period + "\")";
      case Collection<?> list ->
          list.stream().map(FeelText::of).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> context ->
          context.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.toString();
    };
  }

  static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Decided(var value, _) -> of(value);
      case Outcome.Failed(var problems, _) ->
          "error: "
              + problems.stream()
                  .map(problem -> problem.message(java.util.Locale.ENGLISH))
                  .distinct()
                  .limit(2)
                  .map(Diagnostic::shortened)
                  .collect(Collectors.joining("; "));
    };
  }

  static Map<String, String> of(Facts facts) {
    return facts.asMap().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> of(entry.getValue())));
  }
}
