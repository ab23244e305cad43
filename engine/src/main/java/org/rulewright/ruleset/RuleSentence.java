package org.rulewright.ruleset;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Span;
import org.rulewright.expression.Test;
import org.rulewright.expression.UnaryTests;

/** A rule as a sentence, in Chinese, or in English when the locale asks for it. */
public final class RuleSentence {

  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final RuleSetDefinition set;
  private final ResourceBundle words;

  private RuleSentence(RuleSetDefinition set, Locale locale) {
    this.set = set;
    this.words =
        ResourceBundle.getBundle(
            "org.rulewright.ruleset.sentences",
            locale,
            // without this a missing zh bundle would fall back to the server's own language
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Such as: when annual sales < 500,000 and active months < 6 then refuse, reason R12. */
  public static String of(RuleSetDefinition set, Rule rule, Locale locale) {
    return new RuleSentence(set, locale).of(rule);
  }

  private String of(Rule rule) {
    String conditions =
        rule.when().stream()
            .filter(it -> !it.isAnything())
            .map(this::condition)
            .collect(Collectors.joining(words.getString("and")));
    String severity = severity(rule.severity());
    String then =
        rule.reasonCode().isEmpty()
            ? said("then.without-reason", severity)
            : said("then", severity, rule.reasonCode());
    return (conditions.isEmpty() ? said("always", then) : said("when", conditions, then))
        + days(rule);
  }

  private String severity(String severity) {
    String key = "severity." + severity;
    return words.containsKey(key) ? words.getString(key) : severity;
  }

  private String days(Rule rule) {
    var from = rule.from();
    var to = rule.to();
    if (from == null) {
      return to == null ? "" : said("until", to.toString());
    }
    return to == null
        ? said("from", from.toString())
        : said("from.until", from.toString(), to.toString());
  }

  private String condition(Condition condition) {
    String input = set.input(condition.input()).map(RuleInput::called).orElse(condition.input());
    return UnaryTests.compile(condition.test())
        .flatMap(tests -> tests(input, tests))
        .orElseGet(() -> said("test.other", input, condition.test()));
  }

  private Optional<String> tests(String input, UnaryTests tests) {
    if (tests.tests().size() == 1) {
      return one(input, tests.tests().getFirst(), tests.negated());
    }
    boolean plain = tests.tests().stream().allMatch(Test.Is.class::isInstance);
    return plain
        ? Optional.of(
            said(
                tests.negated() ? "test.none-of" : "test.one-of",
                input,
                tests.tests().stream()
                    .map(it -> value(((Test.Is) it).constant()))
                    .collect(Collectors.joining(words.getString("comma")))))
        : Optional.empty();
  }

  private Optional<String> one(String input, Test test, boolean negated) {
    return switch (test) {
      case Test.IsNull() -> Optional.of(said(negated ? "test.known" : "test.missing", input));
      case Test.Is(Object constant) ->
          Optional.of(said(negated ? "test.is-not" : "test.is", input, value(constant)));
      case Span<?> span -> negated ? Optional.empty() : Optional.of(span(input, span));
    };
  }

  private String span(String input, Span<?> span) {
    @Nullable Object low = span.low();
    @Nullable Object high = span.high();
    if (low != null && low.equals(high)) {
      return input + " = " + value(low);
    }
    if (low == null || high == null) {
      return low == null
          ? input + (span.highIncluded() ? " ≤ " : " < ") + value(high)
          : input + (span.lowIncluded() ? " ≥ " : " > ") + value(low);
    }
    return value(low)
        + (span.lowIncluded() ? " ≤ " : " < ")
        + input
        + (span.highIncluded() ? " ≤ " : " < ")
        + value(high);
  }

  private String value(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number -> {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        yield format.format(number);
      }
      case Boolean truth -> words.getString(truth ? "yes" : "no");
      case null -> "";
      default -> value.toString();
    };
  }

  private String said(String key, String... arguments) {
    // one pass, so that what an argument says is never taken for a place
    return PLACE
        .matcher(words.getString(key))
        .replaceAll(it -> Matcher.quoteReplacement(arguments[Integer.parseInt(it.group(1))]));
  }
}
