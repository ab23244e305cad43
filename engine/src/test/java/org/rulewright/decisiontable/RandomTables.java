package org.rulewright.decisiontable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;

/** Random tables and facts that come close to the edges: breakpoints, nulls, wrong types. */
final class RandomTables {

  static final Set<String> VARIABLES = new TreeSet<>(List.of("n1", "n2", "s1", "b1", "d1"));

  private static final List<String> NUMBERS =
      List.of("0", "1", "-1", "2.5", "2.50", "10", "-3.25", "9007199254740993", "0.1", "100");
  private static final List<String> TEXTS =
      List.of("\"a\"", "\"b\"", "\"\"", "\"retail\"", "\"a b\"", "\"华\"");
  private static final List<String> DATES =
      List.of("date(\"2026-01-01\")", "@\"2026-02-28\"", "date(\"2024-02-29\")");

  /** Around the day the tests run on, which is KIE's today. */
  private static final List<String> DAYS =
      IntStream.of(-2, -1, 0, 1)
          .mapToObj(days -> "date(\"" + LocalDate.now().plusDays(days) + "\")")
          .toList();

  private static final List<String> DELEGATED =
      List.of(
          "? > 1",
          "> n2",
          "[n1..n2]",
          "[\"a\",\"b\"]",
          "< \"b\"",
          "[\"a\"..\"b\"]",
          "n2",
          "not(n1)",
          "string length(?) > 1",
          "? != null",
          "[1,2]",
          "not([1..2], 5)",
          "date(\"2026-13-01\")",
          "nowhere",
          "5/0",
          "(< 3)",
          "[5..1]",
          "-n1",
          "true or b1");
  private static final List<String> EXPRESSIONS =
      List.of(
          "n1",
          "n1 + n2 * 2",
          "n1 / n2",
          "(n1 - 1) * n2",
          "if b1 then \"x\" else \"y\"",
          "{a: n1, \"b\": s1}",
          "[n1, 2, null]",
          "s1 + \"!\"",
          "n1 >= n2",
          "s1 = \"a\"",
          "b1 and n1 > 0",
          "b1 or n1 > 0",
          "n1 != n2",
          "upper case(s1)",
          "n1 = null",
          "if n1 > 1 then n1 else n2",
          "1/3",
          "d1 > @\"2026-01-01\"",
          "-2.50",
          "{k: {m: n1}}.k.m",
          "n1 ** 2",
          "not(b1)",
          "sum([n1, n2])",
          "nowhere",
          "d1.year",
          "n1 - -1",
          "2 * 3 - 1.0");

  /** Values no index knows. */
  private static final List<Object> STRANGE =
      List.of(
          List.of(BigDecimal.ONE),
          List.of("a", "b"),
          List.of(),
          Map.of("a", BigDecimal.TEN),
          LocalDateTime.of(2026, 1, 1, 0, 0),
          LocalTime.NOON,
          Duration.ofDays(1),
          2.5d,
          10f,
          BigInteger.TEN,
          (short) 1,
          new BigDecimal("1e400"));

  private final RandomGenerator random;

  RandomTables(RandomGenerator random) {
    this.random = random;
  }

  TableDefinition table() {
    List<InputClause> inputs =
        random.ints(1 + random.nextInt(4), 0, 7).mapToObj(this::input).toList();
    HitPolicy policy = any(List.of(HitPolicy.values()));
    boolean aggregates = policy == HitPolicy.COLLECT && random.nextBoolean();
    boolean numeric = random.nextInt(3) == 0;
    List<OutputClause> outputs =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(i -> output(i, policy, numeric))
            .toList();
    int rows = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(random.nextInt(8) == 0 ? 80 : 7);
    List<TableRule> rules =
        IntStream.range(0, rows).mapToObj(i -> rule(i, inputs, outputs, numeric)).toList();
    return new TableDefinition(
        "d",
        "decided",
        policy,
        aggregates ? any(List.of(Aggregator.values())) : null,
        inputs,
        outputs,
        rules);
  }

  private InputClause input(int kind) {
    String expression =
        switch (kind) {
          case 0 -> "n1";
          case 1 -> "n2";
          case 2 -> "s1";
          case 3 -> "b1";
          case 4 -> "d1";
          case 6 -> "today()";
          default -> any(List.of("n1 + n2", "if b1 then s1 else \"a\"", "d1.year", "n1 > n2"));
        };
    FactType type =
        random.nextBoolean()
            ? FactType.ANY
            : switch (kind) {
              case 0, 1 -> FactType.NUMBER;
              case 2 -> FactType.TEXT;
              case 3 -> FactType.BOOLEAN;
              case 4 -> FactType.DATE;
              default -> FactType.ANY;
            };
    String allowed =
        random.nextInt(12) > 0
            ? null
            : switch (kind) {
              case 0, 1 -> "[-10..10], null";
              case 2 -> "\"a\", \"b\", \"retail\"";
              case 3 -> "true, false";
              default -> null;
            };
    return new InputClause("i" + random.nextInt(1 << 20), expression, expression, type, allowed);
  }

  private OutputClause output(int index, HitPolicy policy, boolean numeric) {
    boolean ordered = policy == HitPolicy.PRIORITY || policy == HitPolicy.OUTPUT_ORDER;
    String allowed =
        !numeric && (ordered || random.nextInt(10) == 0)
            ? any(List.of("\"retail\", \"b\", \"a\", \"\"", "not(\"a\", \"b\")", "\"a\", \"b\""))
            : numeric && ordered ? "> 5, [0..5], 100, null, -1" : null;
    String fallback =
        random.nextInt(4) == 0 ? any(List.of("\"a\"", "0", "null", "n1", "1/0")) : null;
    return new OutputClause("o" + index, "out" + index, FactType.ANY, fallback, allowed);
  }

  private TableRule rule(
      int index, List<InputClause> inputs, List<OutputClause> outputs, boolean numeric) {
    return new TableRule(
        "r" + index,
        inputs.stream().map(input -> new Cell("c", cell(input.expression()))).toList(),
        outputs.stream()
            .map(output -> new Cell("o", output(output.allowedValues() != null, numeric)))
            .toList(),
        List.of());
  }

  private String output(boolean constrained, boolean numeric) {
    return switch (random.nextInt(constrained ? 24 : 8)) {
      case 0 -> any(EXPRESSIONS);
      case 1 -> random.nextInt(3) == 0 ? any(List.of("true", "null", "")) : any(NUMBERS);
      default -> numeric ? any(NUMBERS) : any(TEXTS);
    };
  }

  private String cell(String expression) {
    if (random.nextInt(10) < 3) {
      return "-";
    }
    int kind = random.nextInt(40) == 0 ? random.nextInt(5) : kindOf(expression);
    if (random.nextInt(12) == 0) {
      return any(DELEGATED);
    }
    String tests =
        IntStream.range(0, random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1)
            .mapToObj(_ -> test(kind))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    return random.nextInt(6) == 0 ? "not(" + tests + ")" : tests;
  }

  private static int kindOf(String expression) {
    return switch (expression) {
      case "s1", "if b1 then s1 else \"a\"" -> 1;
      case "b1", "n1 > n2" -> 2;
      case "d1" -> 3;
      case "today()" -> 5;
      default -> 0;
    };
  }

  private String test(int kind) {
    return switch (random.nextInt(25) == 0 ? 4 : kind) {
      case 0 -> ordered(NUMBERS);
      case 1 -> any(TEXTS);
      case 2 -> any(List.of("true", "false"));
      case 3 -> ordered(DATES);
      case 5 -> ordered(DAYS);
      default -> "null";
    };
  }

  private String ordered(List<String> literals) {
    String a = any(literals);
    String b = any(literals);
    return switch (random.nextInt(4)) {
      case 0 -> a;
      case 1 -> any(List.of("<", "<=", ">", ">= ")) + a;
      default ->
          any(List.of("[", "(", "]"))
              + a
              + any(List.of("..", " .. "))
              + b
              + any(List.of("]", ")", "["));
    };
  }

  /** No fact is missing: that fails in the requirements graph, before the table is asked. */
  Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (String name : VARIABLES) {
      int chance = random.nextInt(30);
      facts.put(name, chance == 1 ? null : value(chance == 2 ? random.nextInt(5) : kind(name)));
    }
    return facts;
  }

  /** Facts of one type for each name, decimals of one scale; some are null. */
  Map<String, @Nullable Object> regularFacts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (String name : VARIABLES) {
      Object value =
          kind(name) == 0
              ? new BigDecimal(any(NUMBERS.subList(0, 7))).setScale(2)
              : value(kind(name));
      facts.put(name, random.nextInt(20) == 0 ? null : value);
    }
    return facts;
  }

  private static int kind(String name) {
    return switch (name.charAt(0)) {
      case 's' -> 1;
      case 'b' -> 2;
      case 'd' -> 3;
      default -> 0;
    };
  }

  private Object value(int kind) {
    return switch (kind) {
      case 0 -> number();
      case 1 -> any(List.of("a", "b", "", "retail", "a b", "华", "zzz"));
      case 2 -> random.nextBoolean();
      case 4 -> any(STRANGE);
      default ->
          any(
              List.of(
                  LocalDate.of(2026, 1, 1),
                  LocalDate.of(2026, 2, 28),
                  LocalDate.of(2025, 12, 31),
                  LocalDate.of(2024, 2, 29)));
    };
  }

  private Object number() {
    BigDecimal base = new BigDecimal(any(NUMBERS));
    return switch (random.nextInt(6)) {
      case 0 -> base.longValue();
      case 1 -> base.intValue();
      case 2 -> base.add(new BigDecimal("0.0000000000000000001"));
      case 3 -> base.setScale(base.scale() + 2);
      case 4 -> base.subtract(BigDecimal.ONE);
      default -> base;
    };
  }

  /** Smaller tables that might fail as well. */
  static Stream<TableDefinition> smaller(TableDefinition table) {
    return IntStream.range(0, table.rules().size())
        .mapToObj(dropped -> {
          List<TableRule> rules = new ArrayList<>(table.rules());
          rules.remove(dropped);
          return new TableDefinition(
              table.id(),
              table.name(),
              table.hitPolicy(),
              table.aggregator(),
              table.inputs(),
              table.outputs(),
              rules);
        });
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
