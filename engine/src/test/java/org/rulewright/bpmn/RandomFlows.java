package org.rulewright.bpmn;

import static org.rulewright.bpmn.FlowSamples.boundary;
import static org.rulewright.bpmn.FlowSamples.call;
import static org.rulewright.bpmn.FlowSamples.decision;
import static org.rulewright.bpmn.FlowSamples.flow;
import static org.rulewright.bpmn.FlowSamples.gateway;
import static org.rulewright.bpmn.FlowSamples.input;
import static org.rulewright.bpmn.FlowSamples.output;
import static org.rulewright.bpmn.FlowSamples.refer;
import static org.rulewright.bpmn.FlowSamples.start;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A random flow with the flows it calls: gateways in all combinations, most of them paired, some
 * not; conditions; mappings; failing tasks with and without error events; calls.
 */
final class RandomFlows {

  /** None of them depends on how an engine takes null or errors in a comparison. */
  private static final List<String> CONDITIONS =
      List.of(
          "a > 3",
          "a <= 6",
          "a + a >= 9",
          "s = \"x\"",
          "s != \"x\"",
          "p",
          "not(p)",
          "b = null",
          "b != null and b > 4",
          "v0 = null",
          "v0 != null and v0 >= 5",
          "(if v1 = null then 0 else v1) > 4",
          "a in [2..5]",
          "string length(s) > 1",
          "a > 3 and (p or s = \"yy\")",
          "true",
          "false");

  private static final List<String> VALUES =
      List.of(
          "a",
          "a + 1",
          "a * 2.5",
          "s",
          "p",
          "if a > 3 then \"hi\" else \"lo\"",
          "v0",
          "if v1 = null then -1 else v1 + 1",
          "{m: a, n: s}",
          "[a, 1]",
          "b",
          "null");

  private static final List<String> NUMBERS =
      List.of("a", "a + 1", "7", "if v0 = null then 2 else v0", "if v1 = null then a else v1");

  private final SplittableRandom random;
  private final String id;
  private final int depth;
  private final List<String> elements = new ArrayList<>();
  private final List<BpmnDocument> called;
  private int counter;

  private RandomFlows(SplittableRandom random, String id, int depth, List<BpmnDocument> called) {
    this.random = random;
    this.id = id;
    this.depth = depth;
    this.called = called;
  }

  /** A flow and those it calls, the main one first. */
  static List<BpmnDocument> of(long seed) {
    List<BpmnDocument> called = new ArrayList<>();
    var main =
        new RandomFlows(new SplittableRandom(seed), "main", seed % 3 == 0 ? 3 : 2, called)
            .document();
    List<BpmnDocument> all = new ArrayList<>(List.of(main));
    all.addAll(called);
    return all;
  }

  static Map<String, @Nullable Object> facts(SplittableRandom random) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("a", BigDecimal.valueOf(random.nextInt(10)));
    if (random.nextBoolean()) {
      facts.put("b", random.nextInt(3) == 0 ? null : BigDecimal.valueOf(random.nextInt(90), 1));
    } else {
      facts.put("b", null);
    }
    facts.put("s", List.of("x", "yy", "").get(random.nextInt(3)));
    facts.put("p", random.nextBoolean());
    return facts;
  }

  private BpmnDocument document() {
    elements.add(
        "<extensionElements><rw:fact name=\"v0\"/><rw:fact name=\"v1\"/></extensionElements>");
    elements.add(start("start"));
    String last = sequence("start", depth);
    if (last != null) {
      link(last, end(), null);
    }
    return FlowSamples.document(id, elements.toArray(String[]::new));
  }

  /** Adds blocks after a step; returns the last step, or null where every path has ended. */
  private @Nullable String sequence(String from, int left) {
    String last = from;
    int length = 1 + random.nextInt(3);
    for (int i = 0; i < length && last != null; i++) {
      last = block(last, left);
    }
    return last;
  }

  private @Nullable String block(String from, int left) {
    int kind = left == 0 ? 0 : random.nextInt(10);
    return switch (kind) {
      case 4, 5 -> split(from, left, "exclusiveGateway");
      case 6, 7 -> split(from, left, "parallelGateway");
      case 8 -> split(from, left, "inclusiveGateway");
      case 9 -> called(from);
      default -> task(from);
    };
  }

  private String task(String from) {
    String task = fresh("t");
    List<String> extensions = new ArrayList<>();
    int which = random.nextInt(6);
    extensions.add(
        decision("d" + which, which == 0 ? "v" + random.nextInt(2) : "w" + random.nextInt(2)));
    if (random.nextInt(4) == 0) {
      extensions.add(input("a", pick(NUMBERS)));
    }
    if (random.nextInt(3) == 0) {
      extensions.add(output("v" + random.nextInt(2), pick(NUMBERS)));
    }
    if (random.nextInt(4) == 0) {
      extensions.add(output(random.nextBoolean() ? "score" : "grade", pick(VALUES)));
    }
    elements.add(FlowSamples.task(task, extensions.toArray(String[]::new)));
    link(from, task, null);
    return random.nextInt(5) > 1 ? task : guarded(task);
  }

  /** With an error event whose path ends, or comes back behind the task. */
  private String guarded(String task) {
    String event = fresh("b");
    elements.add(
        boundary(
            event,
            task,
            random.nextInt(3) == 0
                ? "<errorEventDefinition errorRef=\"err\"/>"
                : "<errorEventDefinition/>"));
    if (random.nextInt(3) == 0) {
      link(event, end(), null);
      return task;
    }
    String merge = fresh("g");
    elements.add(gateway("exclusiveGateway", merge, null));
    link(task, merge, null);
    link(random.nextBoolean() ? event : task(event), merge, null);
    return merge;
  }

  private String called(String from) {
    String name = id + "_" + fresh("c");
    if (depth > 1) {
      called.add(new RandomFlows(random.split(), name, depth - 2, called).document());
    } else {
      return task(from);
    }
    String step = fresh("call");
    List<String> extensions = new ArrayList<>();
    extensions.add("<rw:flow result=\"r\"/>");
    if (random.nextBoolean()) {
      extensions.add(input("a", pick(NUMBERS)));
      extensions.add(input("s", "s"));
      extensions.add(input("p", "p"));
      extensions.add(input("b", "b"));
    }
    extensions.add(output("v0", "if r.x = null then a else a + 1"));
    elements.add(call(step, name, extensions.toArray(String[]::new)));
    link(from, step, null);
    return random.nextInt(3) > 0 ? step : guarded(step);
  }

  private @Nullable String split(String from, int left, String kind) {
    String fork = fresh("f");
    int branches = 2 + random.nextInt(2);
    String otherwise =
        random.nextInt(8) == 0 || kind.startsWith("parallel") ? null : fork + "_else";
    elements.add(gateway(kind, fork, otherwise));
    link(from, fork, null);
    List<String> ends = new ArrayList<>();
    String join = fresh("j");
    for (int i = 0; i < branches; i++) {
      String entry = fresh("g");
      elements.add(gateway("exclusiveGateway", entry, null));
      boolean isDefault = otherwise != null && i == branches - 1;
      if (isDefault) {
        elements.add(flow(fork + "_else", fork, entry));
      } else {
        link(fork, entry, kind.startsWith("parallel") ? null : pick(CONDITIONS));
      }
      String last = random.nextInt(4) == 0 ? entry : sequence(entry, left - 1);
      if (last != null && random.nextInt(12) == 0) {
        link(last, end(), null);
      } else if (last != null) {
        ends.add(last);
      }
    }
    if (ends.isEmpty()) {
      return null;
    }
    elements.add(gateway(joining(kind), join, null));
    ends.forEach(it -> link(it, join, null));
    return join;
  }

  /** Mostly the kind that belongs to the split. */
  private String joining(String kind) {
    return switch (random.nextInt(20)) {
      case 0 -> "inclusiveGateway";
      case 1 -> "exclusiveGateway";
      case 2 -> "parallelGateway";
      default -> kind;
    };
  }

  private String end() {
    String end = fresh("e");
    List<String> extensions = new ArrayList<>();
    switch (random.nextInt(5)) {
      case 0 -> extensions.add(refer("R" + random.nextInt(2)));
      case 1 -> {
        // the variables of the contract
      }
      default -> {
        extensions.add(output("x", pick(VALUES)));
        extensions.add(output("verdict", "if a > 4 then \"APPROVE\" else \"DECLINE\""));
      }
    }
    elements.add(FlowSamples.end(end, extensions.toArray(String[]::new)));
    return end;
  }

  private void link(String from, String to, @Nullable String condition) {
    String arrow = fresh("a");
    elements.add(condition == null ? flow(arrow, from, to) : flow(arrow, from, to, condition));
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private String fresh(String prefix) {
    return prefix + counter++;
  }

  /**
   * Decisions that compute, answer with parts, fail on some facts, and note that they were asked.
   */
  static FlowSamples.Source decisions(List<String> asked) {
    return new FlowSamples.Source()
        .with("d0", facts -> noted(asked, "d0", facts).add(BigDecimal.ONE))
        .with(
            "d1",
            facts -> {
              Map<String, Object> parts = new HashMap<>();
              parts.put("x", noted(asked, "d1", facts));
              parts.put("y", "t");
              return parts;
            })
        .with(
            "d2",
            facts -> {
              if (noted(asked, "d2", facts).intValue() % 3 == 0) {
                throw new FlowSamples.Failing("no.score");
              }
              return "ok";
            })
        .with(
            "d3",
            facts -> {
              noted(asked, "d3", facts);
              if (Boolean.TRUE.equals(facts.get("p"))) {
                throw new FlowSamples.Failing("other");
              }
              return true;
            })
        .with(
            "d4",
            facts -> {
              noted(asked, "d4", facts);
              return null;
            })
        .with("d5", facts -> new ArrayList<>(List.of(noted(asked, "d5", facts), "k")));
  }

  private static BigDecimal noted(
      List<String> asked, String decision, Map<String, @Nullable Object> facts) {
    var a = new BigDecimal(String.valueOf(facts.get("a"))).stripTrailingZeros();
    asked.add(decision + "(" + a.toPlainString() + ")");
    return a;
  }
}
