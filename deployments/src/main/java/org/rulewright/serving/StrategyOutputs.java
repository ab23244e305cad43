package org.rulewright.serving;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.Headline;

/**
 * The outputs of a strategy, read from the value of its entry.
 *
 * <p>A context is taken by its keys, anything else is the one output named like the entry. A
 * declined case has amount 0 and no rate, whatever the rules say.
 */
record StrategyOutputs(Map<String, @Nullable Object> values, Headline headline) {

  static final String REFER = "REFER";

  private static final String DECLINE = "DECLINE";
  private static final List<String> VERDICTS = List.of("APPROVE", DECLINE, REFER);
  private static final BigDecimal LONGEST_TERM = BigDecimal.valueOf(12_000);

  static StrategyOutputs of(String entry, @Nullable Object value) throws WrongOutputException {
    Map<String, @Nullable Object> outputs = named(entry, value);
    var codes = new ArrayList<>(ReasonCodes.of(outputs.get("reasonCodes")));
    if (withoutVerdict(outputs)) {
      outputs.put("verdict", REFER);
      codes.add(BuiltInReason.NO_VERDICT.name());
    }
    var verdict = verdict(outputs.get("verdict"));
    if (DECLINE.equals(verdict)) {
      outputs.put("amount", BigDecimal.ZERO);
      outputs.remove("rate");
    }
    return new StrategyOutputs(outputs, headline(verdict, outputs, codes));
  }

  /** What is answered when the engine failed: a person has to look. */
  static StrategyOutputs engineError() {
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    outputs.put("verdict", REFER);
    var codes = List.of(BuiltInReason.ENGINE_ERROR.name());
    return new StrategyOutputs(outputs, new Headline(REFER, null, null, null, null, null, codes));
  }

  StrategyOutputs with(BuiltInReason reason) {
    if (headline.reasonCodes().contains(reason.name())) {
      return this;
    }
    var codes = new ArrayList<>(headline.reasonCodes());
    codes.add(reason.name());
    var more =
        new Headline(
            headline.verdict(),
            headline.score(),
            headline.amount(),
            headline.rate(),
            headline.termMonths(),
            headline.grade(),
            codes);
    return new StrategyOutputs(values, more);
  }

  private static Map<String, @Nullable Object> named(String entry, @Nullable Object value) {
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> context) {
      context.forEach((key, output) -> outputs.put(String.valueOf(key), PlainValue.of(output)));
    } else if (value != null) {
      outputs.put(entry, PlainValue.of(value));
    }
    return outputs;
  }

  /** No rule answered at all, or the one output that matters is null: never a silent approve. */
  private static boolean withoutVerdict(Map<String, @Nullable Object> outputs) {
    return outputs.isEmpty() || (outputs.containsKey("verdict") && outputs.get("verdict") == null);
  }

  private static Headline headline(
      @Nullable String verdict, Map<String, @Nullable Object> outputs, List<String> codes)
      throws WrongOutputException {
    return new Headline(
        verdict,
        number("score", outputs),
        number("amount", outputs),
        number("rate", outputs),
        months(number("termMonths", outputs)),
        grade(outputs.get("grade")),
        codes);
  }

  private static @Nullable String verdict(@Nullable Object value) throws WrongOutputException {
    if (value == null || (value instanceof String text && VERDICTS.contains(text))) {
      return (String) value;
    }
    throw new WrongOutputException("verdict", value);
  }

  private static @Nullable BigDecimal number(String name, Map<String, @Nullable Object> outputs)
      throws WrongOutputException {
    return switch (outputs.get(name)) {
      case null -> null;
      case BigDecimal number -> number;
      case Long number -> BigDecimal.valueOf(number);
      case Integer number -> BigDecimal.valueOf(number);
      case Object other -> throw new WrongOutputException(name, other);
    };
  }

  private static @Nullable Integer months(@Nullable BigDecimal number) throws WrongOutputException {
    if (number == null) {
      return null;
    }
    if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(LONGEST_TERM) > 0) {
      throw new WrongOutputException("termMonths", number);
    }
    return number.intValueExact();
  }

  private static @Nullable String grade(@Nullable Object value) throws WrongOutputException {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Number number -> number.toString();
      default -> throw new WrongOutputException("grade", value);
    };
  }
}
