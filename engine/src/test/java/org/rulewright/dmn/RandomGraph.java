package org.rulewright.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small graph of tables and expressions, each with a few of the things before it. */
final class RandomGraph {
  private static final Map<String, String> INPUTS =
      Map.of(
          "n1", "number", "n2", "number", "s1", "string", "b1", "boolean", "d1", "date", "x1", "");
  static final List<String> NAMES = INPUTS.keySet().stream().sorted().toList();

  private static final String LIBRARY = "https://rulewright.org/test/library";
  private static final String IMPORTED = "lib.";

  private final RandomGenerator random;
  private final List<String> elements = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();
  private final Map<String, String> types = new LinkedHashMap<>();

  RandomGraph(RandomGenerator random) {
    this(random, null);
  }

  /**
   * A graph that may take the decisions of another.
   *
   * @param library the other graph, seen as {@code lib}
   */
  RandomGraph(RandomGenerator random, @Nullable RandomGraph library) {
    this.random = random;
    if (library != null) {
      elements.add(
          "<import name=\"lib\" namespace=\"%s\" importType=\"%s\"/>"
              .formatted(LIBRARY, DmnSamples.DMN_1_3));
      library.decisions.forEach(it -> types.put(IMPORTED + it, library.types.getOrDefault(it, "")));
    }
    for (var name : NAMES) {
      elements.add(
          DmnSamples.input(name, INPUTS.getOrDefault(name, "")).replace(" typeRef=\"\"", ""));
      types.put(name, INPUTS.getOrDefault(name, ""));
    }
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      add("k" + i);
    }
  }

  String last() {
    return decisions.getLast();
  }

  DmnDocument document() {
    return DmnSamples.document(elements.toArray(String[]::new));
  }

  /** The graph as the library of others. */
  DmnDocument library() {
    return DmnSamples.read(DmnSamples.modelOf(LIBRARY, elements));
  }

  String text() {
    return String.join("\n", elements);
  }

  private void add(String name) {
    var required = new ArrayList<>(types.keySet());
    while (required.size() > 4) {
      required.remove(random.nextInt(required.size()));
    }
    if (!decisions.isEmpty() && random.nextInt(4) > 0 && !required.contains(decisions.getLast())) {
      required.add(decisions.getLast());
    }
    var ids = required.stream().map(this::id).toList();
    var type = any(List.of("number", "number", "string", "boolean", "", "Any"));
    if (random.nextInt(3) == 0) {
      elements.add(
          DmnSamples.literal(name, type, expression(required, type), ids.toArray(String[]::new))
              .replace(" typeRef=\"\"", ""));
      types.put(name, type);
    } else {
      addTable(name, required, ids);
    }
    decisions.add(name);
  }

  private String id(String name) {
    if (name.startsWith(IMPORTED)) {
      return LIBRARY + "#d_" + name.substring(IMPORTED.length());
    }
    return (decisions.contains(name) ? "d_" : "in_") + name;
  }

  private void addTable(String name, List<String> required, List<String> ids) {
    var inputs = required.stream().limit(1 + random.nextInt(2)).toList();
    var type = any(List.of("number", "string"));
    var outputs =
        random.nextInt(3) == 0
            ? List.of("a:" + type, "b:number")
            : List.of(name + ":" + (random.nextInt(6) == 0 ? "Any" : type));
    var rows =
        IntStream.range(0, 1 + random.nextInt(5))
            .mapToObj(_ -> row(inputs, outputs, required))
            .toArray(String[]::new);
    var policy =
        any(List.of("FIRST", "FIRST", "UNIQUE", "ANY", "COLLECT", "RULE ORDER", "PRIORITY"));
    elements.add(DmnSamples.table(name, policy, ids, inputs, outputs, rows));
    types.put(name, outputs.size() == 1 ? type : "context");
  }

  private String row(List<String> inputs, List<String> outputs, List<String> required) {
    var cells = new ArrayList<String>();
    inputs.forEach(it -> cells.add(cell(types.getOrDefault(it, ""))));
    outputs.forEach(it -> cells.add(expression(required, it.substring(it.indexOf(':') + 1))));
    return String.join(" | ", cells);
  }

  private String cell(String type) {
    if (random.nextInt(3) == 0) {
      return "-";
    }
    return switch (random.nextInt(12) == 0 ? "any" : type) {
      case "number" ->
          any(
              List.of(
                  "> 1", "<= 2.5", "[0..10)", "1", "1, 2, 10", "not(1)", "null", "< n1", "? > 2"));
      case "string" ->
          any(List.of("\"a\"", "\"a\", \"b\"", "not(\"a\")", "null", "contains(?, \"a\")"));
      case "boolean" -> any(List.of("true", "false", "not(true)"));
      case "date" ->
          any(
              List.of(
                  "> date(\"2026-01-01\")",
                  "[date(\"2025-01-01\")..date(\"2026-12-31\")]",
                  "<= today()"));
      case "context" -> any(List.of("?.b > 1", "not(null)", "{a: \"a\", b: 1}"));
      default -> any(List.of("1", "\"a\"", "null", "not(null)", "true", "> 0"));
    };
  }

  private String expression(List<String> required, String type) {
    var number =
        required.stream().filter(it -> "number".equals(types.get(it))).findFirst().orElse("1");
    if (random.nextInt(15) == 0) {
      return any(List.of("null", "1 / 0", "nothing", "[1]", "[1, 2]", "{a: 1}", any(required)));
    }
    return switch (type) {
      case "number" ->
          any(
              List.of(
                  "1",
                  "2.50",
                  number,
                  number + " * 2",
                  number + " / 3",
                  "abs(" + number + ")",
                  "if " + number + " > 1 then 1 else 2"));
      case "string" -> any(List.of("\"a\"", "\"b\"", "\"a\" + \"b\"", "upper case(\"a\")"));
      case "boolean" -> any(List.of("true", number + " > 1", "not(false)"));
      default ->
          any(
              List.of(
                  "1",
                  "\"a\"",
                  "{a: \"a\", b: " + number + "}",
                  "[1, 2]",
                  "[" + number + "]",
                  any(required)));
    };
  }

  Map<String, @Nullable Object> facts() {
    var facts = new LinkedHashMap<String, @Nullable Object>();
    for (var name : NAMES) {
      int chance = random.nextInt(20);
      if (chance == 0) {
        facts.put(name, null);
      } else if (chance == 1) {
        facts.put(name, any(List.of("a", 5, true)));
      } else if (chance > 2) {
        facts.put(name, fact(name));
      }
    }
    return facts;
  }

  private Object fact(String name) {
    return switch (name.charAt(0)) {
      case 'n' -> any(List.of(0, 1L, new BigDecimal("2.5"), new BigDecimal("10.00"), -3));
      case 's' -> any(List.of("a", "b", "", "ca"));
      case 'b' -> random.nextBoolean();
      case 'd' -> any(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2025, 6, 30)));
      default -> any(List.of(1, "a", true));
    };
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
