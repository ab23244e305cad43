package org.rulewright.ruleflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.ruleflow.FlowStep.End;
import org.rulewright.ruleflow.FlowStep.ErrorBoundary;
import org.rulewright.ruleflow.FlowStep.Gateway;
import org.rulewright.ruleflow.FlowStep.GatewayKind;
import org.rulewright.ruleflow.FlowStep.Start;
import org.rulewright.ruleflow.FlowStep.Task;

/**
 * Follows the tokens of a flow through every choice its gateways leave open.
 *
 * <p>A state says for every step how many tokens stand before it, and how many wait in it. All
 * choices are taken to be free, so what is found may need facts that never come; therefore it
 * warns. The states of very wide flows are too many: then it says so.
 */
final class TokenAnalysis {

  private static final int MOST_STATES = 20_000;
  private static final int WIDEST_SPLIT = 10;

  private final FlowGraph graph;
  private final Set<List<Integer>> seen = new HashSet<>();
  private final ArrayDeque<List<Integer>> open = new ArrayDeque<>();
  private final Set<Integer> twice = new LinkedHashSet<>();
  private final Set<Integer> stuck = new LinkedHashSet<>();
  private final Set<Integer> besides = new LinkedHashSet<>();

  private TokenAnalysis(FlowGraph graph) {
    this.graph = graph;
  }

  static List<Diagnostic> of(FlowDefinition definition, FlowGraph graph) {
    var analysis = new TokenAnalysis(graph);
    boolean whole = analysis.follow();
    List<Diagnostic> found = new ArrayList<>();
    analysis.twice.forEach(it -> found.add(analysis.warning("flow.twice", it)));
    analysis.stuck.forEach(it -> found.add(analysis.warning("flow.join-waits", it)));
    analysis.besides.forEach(it -> found.add(analysis.warning("flow.refer-beside", it)));
    if (!whole) {
      found.add(
          new Diagnostic(
              "flow.too-wide",
              Severity.INFO,
              Place.of(definition.id()),
              List.of(String.valueOf(MOST_STATES))));
    }
    return found;
  }

  private Diagnostic warning(String code, int number) {
    FlowStep step = graph.step(number);
    return Diagnostic.warning(code, Place.of(step.id()), step.label());
  }

  private boolean follow() {
    for (int number = 0; number < graph.size(); number++) {
      if (graph.step(number) instanceof Start) {
        add(with(List.copyOf(java.util.Collections.nCopies(graph.size(), 0)), number, 1));
      }
    }
    while (!open.isEmpty()) {
      if (seen.size() > MOST_STATES) {
        return false;
      }
      if (!advance(open.pop())) {
        return false;
      }
    }
    return true;
  }

  private void add(List<Integer> state) {
    if (seen.add(state)) {
      open.push(state);
    }
  }

  /**
   * Moves a token that need not wait; the order of independent tokens makes no difference, so one
   * is enough. False where a split is too wide to be followed.
   */
  private boolean advance(List<Integer> state) {
    for (int number = 0; number < state.size(); number++) {
      int tokens = state.get(number);
      if (tokens > 1 && !isJoin(number)) {
        twice.add(number);
      }
      if (tokens > 0 && mayGo(state, number)) {
        return move(state, number);
      }
    }
    for (int number = 0; number < state.size(); number++) {
      if (state.get(number) > 0) {
        stuck.add(number);
      }
    }
    return true;
  }

  private boolean isJoin(int number) {
    return graph.step(number) instanceof Gateway gateway
        && gateway.kind() != GatewayKind.EXCLUSIVE
        && graph.incoming(number).size() > 1;
  }

  private boolean mayGo(List<Integer> state, int number) {
    if (!isJoin(number) || state.get(number) >= graph.incoming(number).size()) {
      return true;
    }
    if (((Gateway) graph.step(number)).kind() == GatewayKind.PARALLEL) {
      return false;
    }
    for (int other = 0; other < state.size(); other++) {
      if (other != number && state.get(other) > 0 && graph.reachable(other).get(number)) {
        return false;
      }
    }
    return true;
  }

  private boolean move(List<Integer> state, int number) {
    FlowStep step = graph.step(number);
    int used = isJoin(number) ? state.get(number) : 1;
    List<Integer> left = with(state, number, -used);
    List<Integer> targets =
        graph.outgoing(number).stream().map(it -> graph.number(it.target())).toList();
    switch (step) {
      case End end -> {
        if (end.referral() != null && left.stream().anyMatch(it -> it > 0)) {
          besides.add(number);
        }
        add(left);
      }
      case Gateway gateway when gateway.kind() == GatewayKind.EXCLUSIVE ->
          targets.forEach(it -> add(with(left, it, 1)));
      case Gateway gateway when gateway.kind() == GatewayKind.INCLUSIVE -> {
        if (targets.size() > WIDEST_SPLIT) {
          return false;
        }
        for (int chosen = 1; chosen < 1 << targets.size(); chosen++) {
          add(all(left, targets, BitSet.valueOf(new long[] {chosen})));
        }
      }
      case Gateway _ -> {
        BitSet every = new BitSet();
        every.set(0, targets.size());
        add(all(left, targets, every));
      }
      case Task _ -> {
        targets.forEach(it -> add(with(left, it, 1)));
        graph.boundaries(number).forEach(it -> add(with(left, it, 1)));
      }
      case Start _, ErrorBoundary _ -> targets.forEach(it -> add(with(left, it, 1)));
    }
    return true;
  }

  private static List<Integer> all(List<Integer> state, List<Integer> targets, BitSet chosen) {
    List<Integer> next = state;
    for (int i = 0; i < targets.size(); i++) {
      if (chosen.get(i)) {
        next = with(next, targets.get(i), 1);
      }
    }
    return next;
  }

  private static List<Integer> with(List<Integer> state, int number, int more) {
    List<Integer> next = new ArrayList<>(state);
    next.set(number, next.get(number) + more);
    return next;
  }
}
