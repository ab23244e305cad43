package org.rulewright.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/** Checks a FEEL value against the input of a model it is meant for. */
final class InputCheck {

  private InputCheck() {}

  /** What is wrong with the value, or null when the model can take it. */
  static @Nullable Diagnostic problem(ModelInput input, @Nullable Object value) {
    if (value == null) {
      return input.optional() ? null : problem("model.input-missing", input);
    }
    if (!hasType(input, value)) {
      return problem(
          "model.input-type",
          input,
          Diagnostic.term("type." + input.type()),
          Diagnostic.shortened(value));
    }
    if (value instanceof Double real && !Double.isFinite(real)) {
      return problem("model.input-range", input, Diagnostic.shortened(value));
    }
    if (!input.allowed().isEmpty() && !input.openSet() && !allowed(input.allowed(), value)) {
      return problem(
          "model.input-category",
          input,
          Diagnostic.shortened(value),
          Diagnostic.shortened(input.allowed()));
    }
    return null;
  }

  static Diagnostic problem(String code, ModelInput input, String... more) {
    var arguments = new java.util.ArrayList<String>();
    arguments.add(input.name());
    arguments.addAll(List.of(more));
    return Diagnostic.error(code, Place.of(input.name()), arguments.toArray(String[]::new));
  }

  private static boolean hasType(ModelInput input, Object value) {
    return switch (input.type()) {
      case NUMBER -> value instanceof Number;
      case TEXT -> value instanceof String;
      case BOOLEAN -> value instanceof Boolean;
      case DATE -> value instanceof LocalDate;
      case TIME, DATE_TIME, DURATION, LIST, CONTEXT, ANY ->
          throw new IllegalStateException("no model takes " + input.type());
    };
  }

  private static boolean allowed(List<Object> allowed, Object value) {
    if (value instanceof Number number) {
      var decimal = decimal(number);
      return allowed.stream().anyMatch(it -> it instanceof BigDecimal b && b.equals(decimal));
    }
    return allowed.contains(value);
  }

  /** The number without trailing zeros, so that equal numbers are equal. */
  static BigDecimal decimal(Number number) {
    var decimal = number instanceof BigDecimal given ? given : new BigDecimal(number.toString());
    return decimal.stripTrailingZeros();
  }
}
