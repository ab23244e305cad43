package org.rulewright.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pmml4s.metadata.MiningField;
import org.pmml4s.metadata.OutputField;
import org.pmml4s.model.Model;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** What a PMML model takes and gives, in words of the dictionary. */
final class PmmlSignature {

  /** Models that give no answer when a value is missing, unless the file says what to put there. */
  private static final Set<String> NEED_ALL =
      Set.of(
          "RegressionModel",
          "NeuralNetwork",
          "GeneralRegressionModel",
          "SupportVectorMachineModel");

  private static final Set<String> NEEDED_FEATURES =
      Set.of(
          "predictedValue", "predictedDisplayValue", "transformedValue", "decision", "probability");

  private final Model model;
  private final PmmlCheck check;
  private final List<PmmlInput> inputs = new ArrayList<>();
  private final List<ModelOutput> outputs = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  PmmlSignature(Model model, PmmlCheck check) {
    this.model = model;
    this.check = check;
    boolean saysMissing = saysMissing();
    for (var name : model.inputNames()) {
      input(name, saysMissing);
    }
    for (var field : model.outputFields()) {
      output(field);
    }
    if (inputs.isEmpty() && problems.isEmpty()) {
      problems.add(Diagnostic.error("model.no-inputs", Place.NOWHERE));
    }
    if (outputs.isEmpty() && problems.isEmpty()) {
      problems.add(Diagnostic.error("model.no-outputs", Place.NOWHERE));
    }
  }

  List<PmmlInput> inputs() {
    return inputs;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  ModelSignature signature() {
    return new ModelSignature(inputs.stream().map(PmmlInput::input).toList(), outputs);
  }

  private void input(String name, boolean saysMissing) {
    var field = dataField(name);
    var dataType = field.getAttribute("dataType");
    var type = PmmlInput.type(dataType);
    if (type.isEmpty()) {
      problems.add(Diagnostic.error("pmml.input-type", Place.of(name), name, dataType));
      return;
    }
    MiningField mining = model.miningSchema().apply(name);
    boolean returnsInvalid = mining.missingValueTreatment().exists(it -> isReturnInvalid(it));
    boolean optional =
        mining.missingValueReplacement().isDefined()
            || !returnsInvalid && (saysMissing || !NEED_ALL.contains(Xml.localName(check.model())));
    boolean openSet = !isReturnInvalid(mining.invalidValueTreatment());
    var allowed = PmmlInput.allowed(field, type.get());
    inputs.add(
        new PmmlInput(new ModelInput(name, type.get(), optional, allowed, openSet), dataType));
  }

  private static boolean isReturnInvalid(Object treatment) {
    return treatment.toString().equals("returnInvalid");
  }

  /** Whether the file says anywhere what a missing value means. */
  private boolean saysMissing() {
    return Xml.descendants(check.root()).stream()
        .anyMatch(it ->
            it.hasAttribute("mapMissingTo")
                || it.getAttribute("operator").endsWith("Missing")
                || it.getAttribute("function").endsWith("Missing"));
  }

  private Element dataField(String name) {
    return Xml.child(check.root(), "DataDictionary").stream()
        .flatMap(dictionary -> Xml.children(dictionary, "DataField").stream())
        .filter(field -> field.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("field '" + name + "' is not declared"));
  }

  private void output(OutputField field) {
    var name = field.name();
    var type =
        switch (field.dataType().toString()) {
          case "double", "float", "real", "integer" -> FactType.NUMBER;
          case "string" -> FactType.TEXT;
          case "boolean" -> FactType.BOOLEAN;
          default -> FactType.ANY;
        };
    var names = new HashSet<String>();
    outputs.forEach(output -> names.add(output.name()));
    if (names.contains(name)) {
      problems.add(Diagnostic.error("pmml.output-twice", Place.of(name), name));
    } else {
      boolean needed = NEEDED_FEATURES.contains(field.feature().toString());
      outputs.add(new ModelOutput(name, type, needed));
    }
  }
}
