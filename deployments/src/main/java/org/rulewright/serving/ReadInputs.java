package org.rulewright.serving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnInput;
import org.rulewright.dmn.Feel;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowReference;
import org.rulewright.ruleflow.FlowStep;

/** Which inputs each decision of a model reads itself, and each thing a flow calls. */
final class ReadInputs {

  private ReadInputs() {}

  /** By the id of the decision: the declared inputs it requires and, if a table, also names. */
  static Map<String, List<String>> ofDecisions(DmnDocument document, Set<String> declared) {
    var names =
        document.inputs().stream()
            .collect(Collectors.toMap(DmnInput::id, DmnInput::name, (first, second) -> first));
    var texts =
        document.tables().stream()
            .collect(Collectors.toMap(TableDefinition::id, ReadInputs::text, (a, b) -> a));
    Map<String, List<String>> inputs = new HashMap<>();
    for (var decision : document.decisions()) {
      var read = new ArrayList<String>();
      for (var id : decision.requiredInputs()) {
        var name = names.getOrDefault(id, "");
        // A requirement that no cell and no column names is drawn, but not read.
        if (declared.contains(name) && texts.getOrDefault(decision.id(), name).contains(name)) {
          read.add(name);
        }
      }
      inputs.put(decision.id(), List.copyOf(read));
    }
    return inputs;
  }

  /** By the key of the look-up table or model: the declared inputs that are handed to it. */
  static Map<String, List<String>> ofFlow(
      FlowDefinition flow, Function<FlowReference, List<String>> inputsOf, Set<String> declared) {
    Map<String, Set<String>> inputs = new HashMap<>();
    for (var step : flow.steps()) {
      if (step instanceof FlowStep.Task task && task.call() != null) {
        var call = task.call();
        var read = inputs.computeIfAbsent(call.callee().key(), key -> new TreeSet<>());
        for (var input : inputsOf.apply(call.callee())) {
          read.addAll(
              call.inputs().stream()
                  .filter(mapping -> mapping.target().equals(input))
                  .findFirst()
                  .map(mapping -> Feel.used(mapping.source(), declared))
                  .orElseGet(() -> declared.contains(input) ? Set.of(input) : Set.of()));
        }
      }
    }
    Map<String, List<String>> lists = new HashMap<>();
    inputs.forEach((key, read) -> lists.put(key, List.copyOf(read)));
    return lists;
  }

  private static String text(TableDefinition table) {
    var columns = table.inputs().stream().map(input -> input.expression());
    var cells =
        table.rules().stream()
            .flatMap(rule -> Stream.concat(rule.inputs().stream(), rule.outputs().stream()))
            .map(cell -> cell.text());
    return Stream.concat(columns, cells).distinct().collect(Collectors.joining("\n"));
  }
}
