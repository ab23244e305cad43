package org.rulewright.ruleflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulewright.ruleflow.FlowStep.ErrorBoundary;

/** The steps of a flow by number, and the arrows between them; arrows to nowhere are left out. */
final class FlowGraph {

  private final FlowDefinition definition;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<List<SequenceFlow>> outgoing = new ArrayList<>();
  private final List<List<SequenceFlow>> incoming = new ArrayList<>();
  private final List<List<Integer>> boundaries = new ArrayList<>();

  FlowGraph(FlowDefinition definition) {
    this.definition = definition;
    for (FlowStep step : definition.steps()) {
      numbers.putIfAbsent(step.id(), outgoing.size());
      outgoing.add(new ArrayList<>());
      incoming.add(new ArrayList<>());
      boundaries.add(new ArrayList<>());
    }
    for (SequenceFlow flow : definition.flows()) {
      if (numbers.containsKey(flow.source()) && numbers.containsKey(flow.target())) {
        outgoing.get(number(flow.source())).add(flow);
        incoming.get(number(flow.target())).add(flow);
      }
    }
    for (FlowStep step : definition.steps()) {
      if (step instanceof ErrorBoundary boundary && numbers.containsKey(boundary.attachedTo())) {
        boundaries.get(number(boundary.attachedTo())).add(number(boundary.id()));
      }
    }
  }

  int size() {
    return definition.steps().size();
  }

  FlowStep step(int number) {
    return definition.steps().get(number);
  }

  int number(String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException("no step " + id);
    }
    return number;
  }

  boolean has(String id) {
    return numbers.containsKey(id);
  }

  /** The arrows that leave a step, in the order of the file. */
  List<SequenceFlow> outgoing(int step) {
    return outgoing.get(step);
  }

  List<SequenceFlow> incoming(int step) {
    return incoming.get(step);
  }

  /** The error events at the edge of a step, in the order of the file. */
  List<Integer> boundaries(int step) {
    return boundaries.get(step);
  }

  /** Where a token may be next: the targets of the arrows, and the error events at the edge. */
  List<Integer> successors(int step) {
    List<Integer> next = new ArrayList<>(boundaries.get(step));
    outgoing.get(step).forEach(flow -> next.add(number(flow.target())));
    return next;
  }

  /** The steps a token can come to from here, this one included. */
  BitSet reachable(int from) {
    BitSet seen = new BitSet(size());
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      int step = open.pop();
      if (!seen.get(step)) {
        seen.set(step);
        open.addAll(successors(step));
      }
    }
    return seen;
  }

  /** Every step after all steps it can be reached from; empty where the flow goes in a circle. */
  Optional<List<Integer>> order() {
    int[] before = new int[size()];
    for (int step = 0; step < size(); step++) {
      successors(step).forEach(next -> before[next]++);
    }
    List<Integer> order = new ArrayList<>();
    for (int step = 0; step < size(); step++) {
      if (before[step] == 0) {
        order.add(step);
      }
    }
    for (int i = 0; i < order.size(); i++) {
      for (int next : successors(order.get(i))) {
        if (--before[next] == 0) {
          order.add(next);
        }
      }
    }
    return order.size() == size() ? Optional.of(List.copyOf(order)) : Optional.empty();
  }

  /** The steps that can be reached from themselves. */
  List<FlowStep> onCircles() {
    List<FlowStep> found = new ArrayList<>();
    for (int step = 0; step < size(); step++) {
      int start = step;
      if (successors(step).stream().anyMatch(next -> reachable(next).get(start))) {
        found.add(step(step));
      }
    }
    return found;
  }
}
