package org.rulewright.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.xml.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Names what a PMML file has that is refused, or that the evaluator would take for something else.
 *
 * <p>The evaluator scores the first model of a file and ignores the rest, ignores a dictionary that
 * stands behind the model, and fails on some features only when it first meets them in scoring. All
 * this is said here, by the name the standard gives it, before anything is scored.
 */
final class PmmlCheck {

  private static final Set<String> MODELS =
      Set.of(
          "TreeModel",
          "RegressionModel",
          "MiningModel",
          "NeuralNetwork",
          "NaiveBayesModel",
          "SupportVectorMachineModel",
          "ClusteringModel",
          "GeneralRegressionModel",
          "RuleSetModel",
          "NearestNeighborModel",
          "Scorecard",
          "AnomalyDetectionModel");

  private static final Set<String> BESIDE_MODELS =
      Set.of(
          "Header", "MiningBuildTask", "DataDictionary", "TransformationDictionary", "Extension");

  private static final Set<String> UNSUPPORTED =
      Set.of("Aggregate", "Lag", "TableLocator", "DecisionTree", "Regression", "TextIndex");

  private static final Set<String> UNSUPPORTED_FEATURES =
      Set.of(
          "residual",
          "standardDeviation",
          "ruleValue",
          "confidenceIntervalLower",
          "confidenceIntervalUpper");

  private static final Pattern CODE =
      Pattern.compile(
          "\\b(script|javascript|code|source|python|groovy|lambda|java|sql)\\b",
          Pattern.CASE_INSENSITIVE);

  private final List<Diagnostic> problems = new ArrayList<>();
  private final Element root;
  private @Nullable Element model;

  private PmmlCheck(Element root) {
    this.root = root;
  }

  static PmmlCheck of(Document document) {
    var check = new PmmlCheck(document.getDocumentElement());
    if (!Xml.is(check.root, "PMML") || check.isForeign(check.root)) {
      check.refuse("pmml.root", check.root.getTagName());
    } else {
      check.models();
      check.elements(check.root);
      if (check.problems.isEmpty()) {
        check.problems.addAll(PmmlReferences.problems(check.root));
      }
    }
    return check;
  }

  List<Diagnostic> problems() {
    return problems;
  }

  Element root() {
    return root;
  }

  /** The model element of a file without problems. */
  Element model() {
    if (model == null) {
      throw new IllegalStateException("asked of a file that is refused");
    }
    return model;
  }

  private void models() {
    var models =
        Xml.children(root).stream()
            .filter(it -> !BESIDE_MODELS.contains(Xml.localName(it)))
            .toList();
    if (models.size() != 1) {
      refuse("pmml.models", String.valueOf(models.size()));
      return;
    }
    var only = models.getFirst();
    model = only;
    if (!MODELS.contains(Xml.localName(only))) {
      refuse("pmml.unsupported", Xml.localName(only));
    }
    if ("false".equals(only.getAttribute("isScorable"))) {
      refuse("pmml.not-scorable");
    }
    var order = Xml.children(root);
    order.subList(order.indexOf(only) + 1, order.size()).stream()
        .map(Xml::localName)
        .filter(name -> name.endsWith("Dictionary"))
        .forEach(name -> refuse("pmml.order", name, Xml.localName(only)));
    targets(only);
  }

  /**
   * The evaluator finds a target, and with it its prior probabilities, only by the field's name.
   */
  private void targets(Element top) {
    Xml.child(top, "Targets").stream()
        .flatMap(targets -> Xml.children(targets, "Target").stream())
        .filter(target -> target.getAttribute("field").isEmpty())
        .forEach(target -> {
          refuse("pmml.unsupported", "Target/@field");
          for (var value : Xml.children(target, "TargetValue")) {
            for (var attribute : List.of("priorProbability", "defaultValue")) {
              if (value.hasAttribute(attribute)) {
                refuse("pmml.unsupported", "TargetValue/@" + attribute);
              }
            }
          }
        });
  }

  private void elements(Element parent) {
    for (var element : Xml.children(parent)) {
      var name = Xml.localName(element);
      if (name.equals("Extension")) {
        extension(element);
      } else if (isForeign(element) && !Xml.is(parent, "row")) {
        refuse("pmml.foreign", Diagnostic.shortened(element.getTagName()));
      } else {
        element(name, element);
        elements(element);
      }
    }
  }

  private void element(String name, Element element) {
    if (UNSUPPORTED.contains(name) && !Xml.is(element, "row")) {
      refuse("pmml.unsupported", name);
    }
    var feature = element.getAttribute("feature");
    if (name.equals("OutputField") && UNSUPPORTED_FEATURES.contains(feature)) {
      refuse("pmml.unsupported", "OutputField feature=" + feature);
    }
  }

  /** What an extension says is never followed; one that brings code says the file needs it. */
  private void extension(Element extension) {
    var said = new StringBuilder(extension.getAttribute("name"));
    Xml.descendants(extension).forEach(it -> said.append(' ').append(Xml.localName(it)));
    if (CODE.matcher(said).find()) {
      refuse("pmml.extension", Diagnostic.shortened(said));
    }
  }

  private boolean isForeign(Element element) {
    var namespace = Xml.namespace(element);
    return !namespace.isEmpty() && !namespace.startsWith("http://www.dmg.org/PMML");
  }

  private void refuse(String code, String... arguments) {
    var problem = Diagnostic.error(code, Place.NOWHERE, arguments);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
