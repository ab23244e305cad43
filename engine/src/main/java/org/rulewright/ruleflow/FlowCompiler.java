package org.rulewright.ruleflow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Severity;
import org.rulewright.ruleflow.FlowStep.End;
import org.rulewright.ruleflow.FlowStep.ErrorBoundary;
import org.rulewright.ruleflow.FlowStep.Gateway;
import org.rulewright.ruleflow.FlowStep.GatewayKind;
import org.rulewright.ruleflow.FlowStep.Start;
import org.rulewright.ruleflow.FlowStep.Task;

/** Makes the plan of a flow whose drawing is sound. */
final class FlowCompiler {

  private final FlowDefinition definition;
  private final DecisionSource source;
  private final Formulas formulas;
  private final FlowGraph graph;
  private final Map<String, FactType> names = new LinkedHashMap<>();
  private final FactLayout layout;
  private final FactLayout outputs;
  private final int[] position;
  private int count;
  private int compiled;

  FlowCompiler(
      FlowDefinition definition, FactSchema schema, DecisionSource source, Formulas formulas) {
    this.definition = definition;
    this.source = source;
    this.formulas = formulas;
    this.graph = new FlowGraph(definition);
    this.position = new int[graph.size()];
    for (FactField field : schema.fields()) {
      names.put(field.name(), field.type());
    }
    definition.variables().forEach(it -> names.put(it, FactType.ANY));
    this.layout = FactLayout.of(names.keySet());
    Set<String> given = new LinkedHashSet<>();
    for (FlowStep step : definition.steps()) {
      if (step instanceof End end) {
        end.outputs().forEach(it -> given.add(it.target()));
      }
    }
    this.outputs = FactLayout.of(given);
  }

  FlowCompilation compile() {
    List<Diagnostic> wrong =
        FlowCheck.check(definition).stream().filter(it -> it.severity() == Severity.ERROR).toList();
    if (!wrong.isEmpty()) {
      return new FlowCompilation.Refused(wrong);
    }
    List<Diagnostic> missing = missing();
    return missing.isEmpty()
        ? new FlowCompilation.Compiled(new Flow(plan()))
        : new FlowCompilation.Refused(missing);
  }

  /** What is called but not there; flows are looked for when they are called. */
  private List<Diagnostic> missing() {
    return FlowCheck.missing(
        definition,
        reference ->
            reference.kind() == DecisionKind.FLOW
                ? java.util.Optional.of(Callee.UNKNOWN)
                : Callees.of(source).find(reference));
  }

  private FlowPlan plan() {
    List<Integer> order = graph.order().orElseThrow();
    for (int i = 0; i < order.size(); i++) {
      position[order.get(i)] = i;
    }
    List<PlanStep> steps = new ArrayList<>();
    List<BitSet> reach = new ArrayList<>();
    List<PlanStep.Joining> joins = new ArrayList<>();
    int start = -1;
    for (int number : order) {
      PlanStep step = step(number);
      if (step instanceof PlanStep.Joining join) {
        joins.add(join);
      }
      if (step.step() instanceof Start) {
        start = steps.size();
      }
      steps.add(step);
      reach.add(reach(number));
    }
    return new FlowPlan(
        definition.id(),
        definition.name(),
        steps,
        start,
        new SlotBinding(layout),
        FactLayout.of(contract()),
        contract().stream().map(layout::slot).toList(),
        outputs,
        reach,
        joins,
        count,
        compiled);
  }

  private List<String> contract() {
    Set<String> set = definition.variables();
    return FlowDefinition.CONTRACT.stream().filter(set::contains).toList();
  }

  private BitSet reach(int number) {
    BitSet by = new BitSet();
    graph.reachable(number).stream().forEach(it -> by.set(position[it]));
    return by;
  }

  private PlanStep step(int number) {
    return switch (graph.step(number)) {
      case Start it -> new PlanStep.Pass(it, onlyExit(number));
      case ErrorBoundary it -> new PlanStep.Pass(it, onlyExit(number));
      case End it -> new PlanStep.Ending(it, assignments(it.outputs(), outputs, names));
      case Task it -> calling(number, it);
      case Gateway it -> gateway(number, it);
    };
  }

  private PlanStep gateway(int number, Gateway gateway) {
    List<SequenceFlow> out = graph.outgoing(number);
    if (gateway.kind() == GatewayKind.EXCLUSIVE) {
      return out.size() == 1
          ? new PlanStep.Pass(gateway, onlyExit(number))
          : new PlanStep.Choosing(
              gateway, conditional(number, gateway), otherwise(number, gateway));
    }
    boolean inclusive = gateway.kind() == GatewayKind.INCLUSIVE;
    if (out.size() == 1 && graph.incoming(number).size() == 1) {
      return new PlanStep.Pass(gateway, onlyExit(number));
    }
    List<Exit> exits =
        inclusive && out.size() > 1
            ? conditional(number, gateway)
            : out.stream().map(this::unconditional).toList();
    return new PlanStep.Joining(
        gateway,
        position[number],
        graph.incoming(number).size(),
        inclusive,
        exits,
        exits.stream().map(Exit::id).toList(),
        inclusive && out.size() > 1 ? otherwise(number, gateway) : null);
  }

  private List<Exit> conditional(int number, Gateway gateway) {
    List<Exit> exits = new ArrayList<>();
    for (SequenceFlow flow : graph.outgoing(number)) {
      if (!flow.id().equals(gateway.defaultFlow())) {
        String text = flow.condition();
        exits.add(exit(flow, text == null ? null : formula(text, names)));
      }
    }
    return List.copyOf(exits);
  }

  private @Nullable Exit otherwise(int number, Gateway gateway) {
    return graph.outgoing(number).stream()
        .filter(flow -> flow.id().equals(gateway.defaultFlow()))
        .map(this::unconditional)
        .findFirst()
        .orElse(null);
  }

  private Exit onlyExit(int number) {
    return unconditional(graph.outgoing(number).getFirst());
  }

  private Exit unconditional(SequenceFlow flow) {
    return exit(flow, null);
  }

  private Exit exit(SequenceFlow flow, @Nullable Formula condition) {
    int target = position[graph.number(flow.target())];
    return new Exit(flow, target, List.of(flow.id()), condition);
  }

  private PlanStep calling(int number, Task task) {
    FlowCall call = task.call();
    if (call == null) {
      throw new IllegalStateException("unbound task " + task.id() + " passed the check");
    }
    Map<String, FactType> inside = new LinkedHashMap<>(names);
    call.inputs().forEach(it -> inside.put(it.target(), FactType.ANY));
    FactLayout local =
        FactLayout.of(
            call.isolated()
                ? call.inputs().stream().map(Mapping::target).toList()
                : inside.keySet());
    PlanStep.Locals locals =
        call.inputs().isEmpty()
            ? null
            : new PlanStep.Locals(local, assignments(call.inputs(), local, names));
    return new PlanStep.Calling(
        task,
        call,
        new Target(call.callee(), source),
        layout.slot(call.result()),
        locals,
        assignments(call.outputs(), layout, inside),
        graph.boundaries(number).stream().map(this::caught).toList(),
        onlyExit(number));
  }

  private PlanStep.Catch caught(int number) {
    var event = (ErrorBoundary) graph.step(number);
    String variable = event.codeVariable();
    return new PlanStep.Catch(
        event,
        position[number],
        List.of(event.id()),
        variable == null ? -1 : layout.slot(variable));
  }

  private List<Assignment> assignments(
      List<Mapping> mappings, FactLayout targets, Map<String, FactType> visible) {
    return mappings.stream()
        .map(it -> new Assignment(it, targets.slot(it.target()), formula(it.source(), visible)))
        .toList();
  }

  private Formula formula(String text, Map<String, FactType> visible) {
    Formula formula = formulas.of(text, Map.copyOf(visible));
    count++;
    compiled += formula.isCompiled() ? 1 : 0;
    return formula;
  }
}
