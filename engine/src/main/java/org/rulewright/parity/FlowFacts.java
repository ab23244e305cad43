package org.rulewright.parity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.FactField;
import org.rulewright.decision.LookupShape;
import org.rulewright.dmn.Feel;
import org.rulewright.parity.Subject.OfFlow;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowReference;
import org.rulewright.ruleflow.FlowStep;
import org.rulewright.ruleflow.Mapping;
import org.rulewright.ruleflow.SequenceFlow;

/** Which facts matter to a flow, and with what they are compared on the way. */
final class FlowFacts {

  private final OfFlow subject;
  private final List<Mapping> mappings = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<FlowReference> called;

  FlowFacts(OfFlow subject) {
    this.subject = subject;
    this.called = BpmnFlow.references(subject.flow());
    FlowDefinition flow = BpmnFlow.definition(subject.flow());
    for (FlowStep step : flow.steps()) {
      switch (step) {
        case FlowStep.Task(_, _, var call) when call != null -> {
          mappings.addAll(call.inputs());
          call.outputs().forEach(it -> texts.add(it.source()));
        }
        case FlowStep.End end -> end.outputs().forEach(it -> texts.add(it.source()));
        case FlowStep.Task _, FlowStep.Start _, FlowStep.Gateway _, FlowStep.ErrorBoundary _ -> {
          // nothing is computed there
        }
      }
    }
    mappings.forEach(it -> texts.add(it.source()));
    for (SequenceFlow arrow : flow.flows()) {
      if (arrow.condition() != null) {
        texts.add(arrow.condition());
      }
    }
  }

  /** The facts that decisions take, texts name and tables have as keys. */
  Set<String> used() {
    var all =
        BpmnFlow.facts(subject.flow(), subject.inputs()).fields().stream()
            .map(FactField::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var used = new LinkedHashSet<String>();
    for (var callee : called) {
      switch (callee.kind()) {
        case OTHER -> used.addAll(subject.model().facts(callee.key()));
        case LOOKUP -> used.addAll(keys(callee.key()));
        // what a model or another flow reads is its own affair: anything may matter
        case MODEL,
            FLOW,
            FLOW_STEP,
            DECISION_TABLE,
            LITERAL_EXPRESSION,
            DECISION_TREE,
            SCORECARD,
            RULE_SET ->
            used.addAll(all);
      }
    }
    texts.forEach(it -> used.addAll(Feel.used(it, all)));
    return used;
  }

  private List<String> keys(String table) {
    return subject.lookups().shape(table).map(LookupShape::keys).orElse(List.of()).stream()
        .map(LookupShape.Column::name)
        .toList();
  }

  /**
   * The constants of the decisions, conditions and mappings; what an input of a task is compared
   * with counts for the facts it is computed from, too.
   */
  Constants constants(Set<String> facts) {
    var names = new LinkedHashSet<>(facts);
    mappings.forEach(it -> names.add(it.target()));
    var constants = new Constants(names, subject.lookups());
    for (var callee : called) {
      if (callee.kind() == DecisionKind.OTHER) {
        constants.decision(subject.model(), callee.key());
      } else if (callee.kind() == DecisionKind.LOOKUP) {
        constants.keys(callee.key());
      }
    }
    texts.forEach(constants::text);
    for (var mapping : mappings) {
      Feel.used(mapping.source(), facts).forEach(it -> constants.carry(mapping.target(), it));
    }
    return constants;
  }
}
