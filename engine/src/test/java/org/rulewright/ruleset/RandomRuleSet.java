package org.rulewright.ruleset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;

/** Rule sets of every mode, and facts on and beside what they ask for. */
public final class RandomRuleSet {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final List<RuleInput> INPUTS =
      List.of(
          RuleInput.of("income", FactType.NUMBER),
          new RuleInput("负债率", FactType.NUMBER, "Debt ratio"),
          RuleInput.of("grade", FactType.TEXT),
          RuleInput.of("since", FactType.DATE),
          RuleInput.of("owner", FactType.BOOLEAN));

  private static final Map<FactType, List<String>> TESTS =
      Map.of(
          FactType.NUMBER,
          List.of(
              "< 1000",
              "<= 0.1",
              "> 2.50",
              ">= 1000",
              "0",
              "-3.5, > 999.5",
              "not(1000)",
              "not(null)",
              "null",
              "< 0, null",
              "[0..2.50)",
              "(0.1..1000]",
              "-"),
          FactType.TEXT,
          List.of("\"A\"", "\"A\", \"a, b\"", "not(\"A\")", "\"信用\\\"好\\\"\"", "null", "-"),
          FactType.DATE,
          List.of("< date(\"2020-01-03\")", ">= date(\"2020-01-02\")", "not(null)", "-"),
          FactType.BOOLEAN,
          List.of("true", "false", "not(true)", "null"));

  private static final List<String> NUMBERS = List.of("-3.5", "0", "0.1", "2.50", "1000");

  private final RandomGenerator random;
  private final List<String> codes;

  public RandomRuleSet(RandomGenerator random) {
    this.random = random;
    // texts with escapes are the reference engine's, so most sets have none
    this.codes =
        random.nextInt(6) == 0
            ? List.of("R1", "原因\"3\"", "R\\4", "")
            : List.of("R1", "R2", "原因3", "");
  }

  public RuleSetDefinition set() {
    List<String> severities =
        random.nextBoolean() ? RuleSetDefinition.SEVERITIES : List.of("红", "a bad one", "ok");
    List<Rule> rules = new ArrayList<>();
    int count = 1 + random.nextInt(7);
    boolean dated = random.nextInt(3) == 0;
    for (int i = 0; i < count; i++) {
      rules.add(rule("r" + i, severities, dated, i == 0 || random.nextInt(5) > 0));
    }
    return new RuleSetDefinition(
        "checks", "Checks", any(List.of(RuleSetMode.values())), severities, INPUTS, rules);
  }

  private Rule rule(String id, List<String> severities, boolean dated, boolean enabled) {
    List<Condition> when = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      var input = any(INPUTS);
      when.add(new Condition(input.expression(), any(TESTS.getOrDefault(input.type(), List.of()))));
    }
    LocalDate from = dated && random.nextBoolean() ? day() : null;
    LocalDate to = dated && random.nextBoolean() ? (from == null ? TODAY : from).plusDays(1) : null;
    return new Rule(
        id,
        when,
        random.nextInt(40) == 0 ? any(List.of("", "unheard of")) : any(severities),
        any(codes),
        random.nextInt(3) == 0 ? "请核实 <" + id + ">\nand \"ask\" & write" : "",
        from,
        to,
        enabled);
  }

  private LocalDate day() {
    return TODAY.plusDays(random.nextInt(4) - 2);
  }

  /** Facts on a threshold, just beside it, null, missing, or anything. */
  public Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (RuleInput input : INPUTS) {
      int chance = random.nextInt(8);
      if (chance == 0) {
        facts.put(input.expression(), null);
      } else if (chance > 1) {
        facts.put(input.expression(), fact(input.type()));
      }
    }
    return facts;
  }

  private Object fact(FactType type) {
    return switch (type) {
      case TEXT -> any(List.of("A", "a, b", "信用\"好\"", "elsewhere"));
      case BOOLEAN -> random.nextBoolean();
      case DATE -> LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4));
      default -> {
        var near = new BigDecimal(any(NUMBERS));
        var little = new BigDecimal("0.000000001");
        yield switch (random.nextInt(3)) {
          case 0 -> near;
          case 1 -> near.add(little);
          default -> near.subtract(little);
        };
      }
    };
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
