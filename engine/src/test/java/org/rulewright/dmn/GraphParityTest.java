package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.batch.Batch;
import org.rulewright.batch.Columns;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.TraceStep;

/** Graphs decided by our engine come to what the reference engine makes of the whole model. */
class GraphParityTest {

  private static final int GRAPHS = Integer.getInteger("rulewright.parity.graphs", 150);
  private static final int FACTS = 12;
  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));

  @Test
  void randomGraphsAreDecidedAlike() {
    double compiled = 0;
    int regular = 0;
    for (int seed = 0; seed < GRAPHS; seed++) {
      var random = new SplittableRandom(seed);
      var graph = new RandomGraph(random);
      var model = DmnModel.compile(graph.document());
      compiled += model.compiledShare();
      for (int i = 0; i < FACTS; i++) {
        var facts = Facts.of(graph.facts());
        regular += compare(model, graph, facts, seed) ? 1 : 0;
      }
    }
    System.out.printf(
        "graphs: %d, share compiled %.3f, evaluations decided by our engine alone %.3f%n",
        GRAPHS, compiled / GRAPHS, regular / (double) (GRAPHS * FACTS));
    assertThat(regular).as("decided by our engine alone").isGreaterThan(GRAPHS * FACTS / 5);
  }

  @Test
  void manyRowsAreDecidedAsEachIsAlone() throws InterruptedException {
    int failed = 0;
    for (int seed = 0; seed < GRAPHS / 2; seed++) {
      var graph = new RandomGraph(new SplittableRandom(seed));
      var decision = DmnModel.compile(graph.document()).decision(graph.last()).orElseThrow();
      var rows = Stream.generate(graph::facts).limit(2 * FACTS).toList();
      var columns = Columns.of(FactLayout.of(RandomGraph.NAMES), rows);
      for (var traced : List.of(false, true)) {
        var together = Batch.on(1).evaluate(decision, columns, AS_OF, traced);
        for (int i = 0; i < rows.size(); i++) {
          var alone = decision.evaluate(Facts.of(rows.get(i)), AS_OF, traced);
          failed += alone instanceof Outcome.Failed ? 1 : 0;
          assertThat(together.get(i)).as("seed %d, row %s", seed, rows.get(i)).isEqualTo(alone);
        }
      }
    }
    assertThat(failed).isGreaterThan(GRAPHS);
  }

  /** Returns whether our engine decided without the other. */
  private static boolean compare(DmnModel model, RandomGraph graph, Facts facts, int seed) {
    var ours = model.evaluate(graph.last(), facts, AS_OF, true);
    var theirs = model.evaluate(graph.last(), facts, AS_OF, true, EngineChoice.KIE);
    var about = "seed %d, facts %s%n%s".formatted(seed, facts.asMap(), graph.text());
    assertThat(ours.getClass()).as(about).isEqualTo(theirs.getClass());
    if (ours instanceof Outcome.Decided(var value, _)
        && theirs instanceof Outcome.Decided(var other, _)) {
      assertThat(Likeness.alike(value, other))
          .as("%s%nours %s, theirs %s", about, value, other)
          .isTrue();
      assertThat(hits(ours)).as(about).isEqualTo(hits(theirs));
    }
    return ours.trace().steps().stream().noneMatch(TraceStep::delegated);
  }

  private static Map<String, List<String>> hits(Outcome outcome) {
    var hits = new LinkedHashMap<String, List<String>>();
    outcome.trace().steps().forEach(step -> hits.put(step.decisionId(), step.hits()));
    return hits;
  }

  /** A small graph of tables and expressions, each with a few of the things before it. */
  private static final class RandomGraph {
    private static final Map<String, String> INPUTS =
        Map.of(
            "n1", "number", "n2", "number", "s1", "string", "b1", "boolean", "d1", "date", "x1",
            "");
    private static final List<String> NAMES = INPUTS.keySet().stream().sorted().toList();

    private final RandomGenerator random;
    private final List<String> elements = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();
    private final Map<String, String> types = new LinkedHashMap<>();

    RandomGraph(RandomGenerator random) {
      this.random = random;
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

    String text() {
      return String.join("\n", elements);
    }

    private void add(String name) {
      var required = new ArrayList<>(types.keySet());
      while (required.size() > 4) {
        required.remove(random.nextInt(required.size()));
      }
      if (!decisions.isEmpty()
          && random.nextInt(4) > 0
          && !required.contains(decisions.getLast())) {
        required.add(decisions.getLast());
      }
      var ids = required.stream().map(it -> (decisions.contains(it) ? "d_" : "in_") + it).toList();
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
                    "> 1",
                    "<= 2.5",
                    "[0..10)",
                    "1",
                    "1, 2, 10",
                    "not(1)",
                    "null",
                    "< n1",
                    "? > 2"));
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
}
