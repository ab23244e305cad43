package org.rulewright.decisiontree;

import java.util.List;
import java.util.Set;
import org.rulewright.decisiontree.ImportedTree.Read;
import org.rulewright.decisiontree.ImportedTree.Refused;
import org.rulewright.pmml.PmmlFile;
import org.rulewright.pmml.PmmlRefusal;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * Reads the TreeModel of a PMML file as a tree of ours.
 *
 * <p>What is read decides as PMML says, with exact decimals in the place of doubles. What cannot be
 * represented is refused, naming the element: several models, transformations, strategies that
 * weigh several leaves, embedded models.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/TreeModel.html">PMML 4.4.1, Tree Models</a>
 */
public final class PmmlTree {

  private PmmlTree() {}

  /**
   * Reads a file.
   *
   * @param id of the tree, and the beginning of the ids of its nodes
   * @param name of the tree; where it is blank that of the model is taken
   * @throws UnreadableModelException if the bytes are no XML, have a document type, or are no PMML
   */
  public static ImportedTree read(byte[] bytes, String id, String name)
      throws UnreadableModelException {
    try {
      var file = PmmlFile.read(bytes);
      refuseWhatIsNoTree(file.model());
      var tree = new PmmlTreeBuilder(file, id).build(named(file.model(), name));
      return new Read(tree, file.remarks());
    } catch (PmmlRefusal refusal) {
      return new Refused(List.of(refusal.problem()));
    }
  }

  private static String named(Element model, String name) {
    if (!name.isBlank()) {
      return name;
    }
    var own = Xml.attribute(model, "modelName");
    return own.isBlank() ? "Tree" : own;
  }

  private static void refuseWhatIsNoTree(Element model) {
    var kind = Xml.localName(model);
    if (kind.equals("MiningModel")) {
      throw PmmlRefusal.of(kind, "pmml.ensemble");
    }
    if (!kind.equals("TreeModel")) {
      throw PmmlRefusal.of(kind, "pmml.other-kind", kind, "TreeModel");
    }
    refuseUnless(model, "functionName", Set.of("classification", "regression"));
    refuseUnless(model, "isScorable", Set.of("", "true"));
    refuseUnless(
        model,
        "missingValueStrategy",
        Set.of("", "none", "lastPrediction", "nullPrediction", "defaultChild"));
    refuseUnless(
        model, "noTrueChildStrategy", Set.of("", "returnNullPrediction", "returnLastPrediction"));
    for (var element : Xml.descendants(model)) {
      switch (Xml.localName(element)) {
        case "Target", "TargetValue" -> refuseRescaling(element);
        case "Regression", "DecisionTree" ->
            throw PmmlRefusal.of(Xml.localName(element), "pmml.element", Xml.localName(element));
        default -> {
          // conditions and scores are looked at where they are read, the rest means nothing here
        }
      }
    }
  }

  private static void refuseUnless(Element element, String attribute, Set<String> known) {
    var value = Xml.attribute(element, attribute);
    if (!known.contains(value)) {
      throw PmmlRefusal.of(
          Xml.localName(element), "pmml.attribute", Xml.localName(element), attribute, value);
    }
  }

  private static void refuseRescaling(Element target) {
    for (var attribute : List.of("rescaleConstant", "rescaleFactor", "min", "max", "castInteger")) {
      var value = Xml.attribute(target, attribute);
      var same =
          attribute.equals("rescaleFactor") ? Set.of("", "1", "1.0") : Set.of("", "0", "0.0");
      refuseUnless(target, attribute, value.isEmpty() ? Set.of("") : same);
    }
    refuseUnless(target, "priorProbability", Set.of(""));
    refuseUnless(target, "defaultValue", Set.of(""));
  }
}
