package org.rulewright.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.dmn.Feel;
import org.rulewright.ruleflow.Callee;
import org.rulewright.ruleflow.Callees;
import org.rulewright.ruleflow.FlowCall;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowStep;
import org.rulewright.ruleflow.Mapping;
import org.rulewright.ruleflow.ResultShape;
import org.rulewright.ruleflow.SequenceFlow;

/** Checks the FEEL of a flow: its syntax, its names and types, and results nobody uses. */
final class TextCheck {

  private static final Map<String, FactType> CONTRACT_TYPES =
      Map.of(
          "verdict", FactType.TEXT,
          "amount", FactType.NUMBER,
          "rate", FactType.NUMBER,
          "termMonths", FactType.NUMBER,
          "score", FactType.NUMBER,
          "grade", FactType.TEXT,
          "reasonCodes", FactType.LIST);

  private final FlowDefinition definition;
  private final Callees callees;
  private final Map<String, FactType> names = new LinkedHashMap<>();
  private final Map<String, Set<String>> parts = new HashMap<>();
  private final Set<String> used = new HashSet<>();
  private final List<Diagnostic> found = new ArrayList<>();

  /** Whether something called reads variables that are not known here. */
  private boolean readsUnknown;

  TextCheck(FlowDefinition definition, FactSchema schema, Callees callees) {
    this.definition = definition;
    this.callees = callees;
    for (FactField field : schema.fields()) {
      names.put(field.name(), field.type());
    }
    definition.variables().forEach(it -> names.put(it, FactType.ANY));
    for (FlowStep step : definition.steps()) {
      if (step instanceof FlowStep.Task task && task.call() != null) {
        names.put(task.call().result(), callee(task.call()).type());
      }
    }
    parts();
  }

  /** Notes the parts of each answer, unless something else may be in its variable. */
  private void parts() {
    Set<String> unsure = new HashSet<>();
    for (FlowStep step : definition.steps()) {
      if (step instanceof FlowStep.ErrorBoundary boundary && boundary.codeVariable() != null) {
        unsure.add(boundary.codeVariable());
      }
      if (step instanceof FlowStep.Task task && task.call() != null) {
        FlowCall call = task.call();
        call.inputs().forEach(it -> unsure.add(it.target()));
        call.outputs().forEach(it -> unsure.add(it.target()));
        var outputs = callee(call).outputs();
        if (outputs == null || outputs.isEmpty() || call.shape() != ResultShape.AS_IS) {
          unsure.add(call.result());
        } else {
          parts.computeIfAbsent(call.result(), it -> new TreeSet<>()).addAll(outputs.keySet());
        }
      }
    }
    parts.keySet().removeAll(unsure);
  }

  private Callee callee(FlowCall call) {
    return callees.find(call.callee()).orElse(Callee.UNKNOWN);
  }

  List<Diagnostic> check() {
    for (SequenceFlow flow : definition.flows()) {
      condition(flow);
    }
    for (FlowStep step : definition.steps()) {
      switch (step) {
        case FlowStep.Task task -> task(task);
        case FlowStep.End end -> end(end);
        case FlowStep.Start _, FlowStep.Gateway _, FlowStep.ErrorBoundary _ -> {
          // nothing written in them
        }
      }
    }
    unused();
    return found;
  }

  private void condition(SequenceFlow flow) {
    String text = flow.condition();
    if (text == null) {
      return;
    }
    FactType type = text(text, names, flow.id(), Place.of(flow.id()));
    if (type != FactType.ANY && type != FactType.BOOLEAN) {
      found.add(
          Diagnostic.error(
              "flow.condition-type",
              Place.of(flow.id()),
              Diagnostic.shortened(text),
              Diagnostic.term("type." + type)));
    }
  }

  private void task(FlowStep.Task task) {
    FlowCall call = task.call();
    if (call == null) {
      return;
    }
    Callee callee = callee(call);
    Map<String, FactType> visible = new LinkedHashMap<>(names);
    for (Mapping input : call.inputs()) {
      FactType type = mapping(task, input, names);
      visible.put(input.target(), type);
      if (callee.inputs() != null) {
        FactType wanted = callee.inputs().get(input.target());
        if (wanted == null) {
          found.add(
              Diagnostic.warning(
                  "flow.input-unknown",
                  Place.of(task.id(), input.id()),
                  task.label(),
                  input.target(),
                  call.callee().key()));
        } else {
          agree("flow.input-type", wanted, type, task, input);
        }
      }
    }
    for (Mapping output : call.outputs()) {
      mapping(task, output, visible);
    }
    if (!call.isolated()) {
      reads(call, callee);
    }
    unmapped(task, call, callee);
  }

  /** What the callee takes that no mapping of the task gives: from a variable of that name. */
  private void unmapped(FlowStep.Task task, FlowCall call, Callee callee) {
    if (callee.inputs() == null) {
      return;
    }
    for (var input : new TreeMap<>(callee.inputs()).entrySet()) {
      if (call.inputs().stream().anyMatch(it -> it.target().equals(input.getKey()))) {
        continue;
      }
      @Nullable FactType type = call.isolated() ? null : names.get(input.getKey());
      if (type == null) {
        if (callee.needed().contains(input.getKey())) {
          taskError("flow.input-missing", task, input.getKey(), call.callee().key());
        }
      } else if (type != FactType.ANY
          && input.getValue() != FactType.ANY
          && type != input.getValue()) {
        taskError(
            "flow.input-type",
            task,
            input.getKey(),
            Diagnostic.term("type." + input.getValue()),
            Diagnostic.term("type." + type));
      }
    }
  }

  private void taskError(String code, FlowStep.Task task, String... more) {
    List<String> arguments = new ArrayList<>(List.of(task.label()));
    arguments.addAll(List.of(more));
    found.add(Diagnostic.error(code, Place.of(task.id()), arguments.toArray(String[]::new)));
  }

  /** What the callee takes from the flow's variables, beside what the inputs give. */
  private void reads(FlowCall call, Callee callee) {
    if (callee.inputs() == null) {
      readsUnknown = true;
    } else {
      Set<String> read = new HashSet<>(callee.inputs().keySet());
      call.inputs().forEach(it -> read.remove(it.target()));
      used.addAll(read);
    }
  }

  private void end(FlowStep.End end) {
    if (end.outputs().isEmpty()) {
      used.addAll(FlowDefinition.CONTRACT);
    }
    for (Mapping output : end.outputs()) {
      FactType type = mapping(end, output, names);
      agree(
          "flow.output-type",
          CONTRACT_TYPES.getOrDefault(output.target(), FactType.ANY),
          type,
          end,
          output);
    }
    String referral = end.referral();
    if (referral != null && referral.isBlank()) {
      found.add(Diagnostic.error("flow.refer-no-reason", Place.of(end.id()), end.label()));
    }
  }

  private FactType mapping(FlowStep step, Mapping mapping, Map<String, FactType> visible) {
    var place = Place.of(step.id(), mapping.id());
    if (mapping.source().isBlank()) {
      found.add(Diagnostic.error("flow.mapping-no-source", place, step.label(), mapping.target()));
      return FactType.ANY;
    }
    return text(mapping.source(), visible, step.label(), place);
  }

  private void agree(
      String code, FactType wanted, FactType actual, FlowStep step, Mapping mapping) {
    if (wanted != FactType.ANY && actual != FactType.ANY && wanted != actual) {
      found.add(
          Diagnostic.error(
              code,
              Place.of(step.id(), mapping.id()),
              step.label(),
              mapping.target(),
              Diagnostic.term("type." + wanted),
              Diagnostic.term("type." + actual)));
    }
  }

  /** Reads a text, notes what it uses, and returns its type. */
  private FactType text(String text, Map<String, FactType> visible, String label, Place place) {
    if (text.isBlank()) {
      found.add(Diagnostic.error("flow.condition-empty", place, label));
      return FactType.ANY;
    }
    used.addAll(Feel.used(text, visible.keySet()));
    var reading = Feel.read(text, visible);
    for (var problem : reading.problems()) {
      var at = new Place(place.element(), place.cell(), problem.offset());
      found.add(
          switch (problem.kind()) {
            case TOO_LARGE -> Diagnostic.error("flow.text-too-large", at, label);
            case EXTERNAL -> Diagnostic.error("flow.external", at, label);
            case SYNTAX ->
                Diagnostic.error("flow.syntax", at, label, Diagnostic.shortened(problem.word()));
            case UNKNOWN_NAME ->
                Diagnostic.error(
                    "flow.unknown-name", at, label, Diagnostic.shortened(problem.word()));
          });
    }
    if (reading.problems().isEmpty()) {
      paths(text, label, place);
    }
    return reading.type();
  }

  /** Parts of answers that their callees do not have: they would be null. */
  private void paths(String text, String label, Place place) {
    for (var path : Feel.paths(text, parts.keySet())) {
      var known = parts.get(path.name());
      if (known != null && !known.contains(path.part())) {
        found.add(
            Diagnostic.error(
                "flow.unknown-part",
                new Place(place.element(), place.cell(), path.offset()),
                label,
                path.name(),
                path.part(),
                String.join(", ", known)));
      }
    }
  }

  /**
   * Variables the flow sets and nothing reads; not said where something reads it knows not what.
   */
  private void unused() {
    if (readsUnknown) {
      return;
    }
    for (FlowStep step : definition.steps()) {
      if (step instanceof FlowStep.Task task && task.call() != null) {
        unused(task, task.call());
      }
    }
  }

  private void unused(FlowStep.Task task, FlowCall call) {
    @Nullable String lost = null;
    boolean any = used.contains(call.result());
    for (Mapping output : call.outputs()) {
      if (used.contains(output.target())) {
        any = true;
      } else {
        lost = output.target();
        found.add(
            Diagnostic.warning(
                "flow.unused-result",
                Place.of(task.id(), output.id()),
                task.label(),
                output.target()));
      }
    }
    if (!any && lost == null) {
      found.add(
          Diagnostic.warning(
              "flow.unused-result", Place.of(task.id()), task.label(), call.result()));
    }
  }
}
