package org.rulewright.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  private static final Set<String> NAMES =
      Set.of("amount", "annual income", "Eligibility", "flag", "nothing", "年收入");

  private final Map<String, @Nullable Object> variables = new HashMap<>();

  ExpressionTest() {
    variables.put("amount", 200L);
    variables.put("annual income", new BigDecimal("1000.50"));
    variables.put("年收入", new BigDecimal("7"));
    variables.put("Eligibility", Map.of("verdict", "APPROVE", "limit", 3));
    variables.put("flag", true);
    variables.put("nothing", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          1 + 2 * 3;                   7
          (1 + 2) * 3;                 9
          amount - -1;                 201
          10 / 4;                      2.5
          1 / 3;                       0.3333333333333333333333333333333333
          annual income * 0.1;         100.050
          年收入 + 1;                  8
          Eligibility.limit + 1;       4
          if amount > 100 and flag then 1 else 2; 1
          if nothing = null then 5 else 6; 5
          """)
  void arithmeticIsDecimal(String text, BigDecimal expected) {
    assertThat(value(text)).isEqualTo(expected);
  }

  @Test
  void theEntryOfAStrategyCompilesToAContext() {
    assertThat(value("{verdict: Eligibility.verdict, \"amount\": amount, reasonCodes: [\"A\"]}"))
        .isEqualTo(
            Map.of(
                "verdict",
                "APPROVE",
                "amount",
                new BigDecimal("200"),
                "reasonCodes",
                Arrays.asList("A")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"amount / 0", "amount + flag", "unknown.x", "Eligibility.other", "nothing.x"})
  void whatCouldBeAnErrorIsLeftToTheReferenceEngine(String text) {
    assertThat(
            Expression.compile(text, NAMES)
                .map(it -> it.evaluate(variables))
                .orElse(Expression.UNDECIDED))
        .isSameAs(Expression.UNDECIDED);
  }

  @Test
  void aNameThatIsMissingIsUndecidedWhereNullIsNull() {
    variables.remove("amount");
    assertThat(value("amount")).isSameAs(Expression.UNDECIDED);
    assertThat(value("nothing")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upper case(\"a\")",
        "amount[1]",
        "for x in [1] return x",
        "amount ** 2",
        "{a: 1, b: a}",
        "1 < amount < 3",
        "amount.",
        "\"a",
        "",
        "not(flag)",
        "-amount",
        "{a: 1, a: 2}"
      })
  void whatIsOutsideTheSubsetIsLeftToTheReferenceEngine(String text) {
    assertThat(Expression.compile(text, NAMES)).isEmpty();
  }

  @Test
  void constantsAreFoldedAtLoad() {
    assertThat(Expression.compile("2 * 3 - 1", NAMES))
        .contains(new Expression.Constant(new BigDecimal("5")));
  }

  private @Nullable Object value(String text) {
    return Expression.compile(text, NAMES).orElseThrow().evaluate(variables);
  }
}
