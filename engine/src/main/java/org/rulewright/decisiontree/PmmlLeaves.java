package org.rulewright.decisiontree;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.expression.Conditions;
import org.rulewright.pmml.PmmlField;
import org.rulewright.pmml.PmmlFile;
import org.rulewright.pmml.PmmlRefusal;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** What the nodes of a TreeModel predict, as outputs of a leaf. */
final class PmmlLeaves {

  /** Probabilities are shares of counts; so many decimals are more than a double has. */
  private static final int DECIMALS = 17;

  private final PmmlFile file;
  private final FactType targetType;
  private final List<Wanted> wanted;
  private final boolean penalised;

  /** An output: what of a node it says, and of which class. */
  private record Wanted(String name, String feature, String category, FactType type) {}

  PmmlLeaves(PmmlFile file) {
    this.file = file;
    this.targetType = targetType(file);
    var penalty = Xml.attribute(file.model(), "missingValuePenalty");
    this.penalised =
        !Set.of("", "1", "1.0").contains(penalty)
            && !Set.of("", "none", "nullPrediction")
                .contains(Xml.attribute(file.model(), "missingValueStrategy"));
    var declared = declared();
    this.wanted = declared.isEmpty() ? usual() : declared;
  }

  private static FactType targetType(PmmlFile file) {
    if (Xml.attribute(file.model(), "functionName").equals("regression")) {
      return FactType.NUMBER;
    }
    var target = file.target();
    return switch (target == null ? "string" : Xml.attribute(target, "dataType")) {
      case "double", "float", "integer" -> FactType.NUMBER;
      case "boolean" -> FactType.BOOLEAN;
      default -> FactType.TEXT;
    };
  }

  List<TreeOutput> outputs() {
    return wanted.stream().map(it -> new TreeOutput(it.name(), it.type())).toList();
  }

  private List<Wanted> declared() {
    List<Wanted> found = new ArrayList<>();
    for (var field :
        Xml.child(file.model(), "Output").stream()
            .flatMap(it -> Xml.children(it, "OutputField").stream())
            .toList()) {
      var name = Xml.attribute(field, "name");
      var feature = Xml.attribute(field, "feature");
      var category = Xml.attribute(field, "value");
      switch (feature) {
        case "", "predictedValue" -> found.add(new Wanted(safe(name), "score", "", targetType));
        case "probability", "confidence" ->
            found.add(new Wanted(safe(name), feature, category, FactType.NUMBER));
        case "entityId" -> found.add(new Wanted(safe(name), feature, "", FactType.TEXT));
        default -> file.remark("pmml.output-left-out", name, name, feature);
      }
      if (feature.equals("confidence") && penalised) {
        throw PmmlRefusal.of(
            name,
            "pmml.attribute",
            "TreeModel",
            "missingValuePenalty",
            Xml.attribute(file.model(), "missingValuePenalty"));
      }
    }
    return found;
  }

  /** Without declared outputs: what is predicted, and how probable each class is. */
  private List<Wanted> usual() {
    List<Wanted> found = new ArrayList<>();
    var target = file.target();
    var name = target == null ? "prediction" : safe(Xml.attribute(target, "name"));
    found.add(new Wanted(name, "score", "", targetType));
    Set<String> classes = new LinkedHashSet<>();
    Xml.descendants(file.model()).stream()
        .filter(it -> Xml.is(it, "ScoreDistribution"))
        .forEach(it -> classes.add(Xml.attribute(it, "value")));
    classes.forEach(
        it -> found.add(new Wanted("probability_" + safe(it), "probability", it, FactType.NUMBER)));
    return found;
  }

  private static String safe(String name) {
    var feel = name.strip().replaceAll("[^\\p{L}\\p{N}_]", "_");
    return feel.isEmpty() ? "output" : feel;
  }

  Leaf leaf(String id, Element node) {
    return Leaf.of(id, wanted.stream().map(it -> says(it, node)).toArray(String[]::new));
  }

  private String says(Wanted output, Element node) {
    return switch (output.feature()) {
      case "score" -> score(node);
      case "entityId" -> Conditions.literal(Xml.attribute(node, "id"));
      case "probability" -> probability(output, node);
      default -> confidence(output, node);
    };
  }

  private String score(Element node) {
    var score = winner(node).orElseThrow(() -> noScore(node));
    return switch (targetType) {
      case NUMBER ->
          Conditions.literal(
              PmmlField.number(score)
                  .orElseThrow(() -> PmmlRefusal.of("Node", "pmml.value", "score", score)));
      case BOOLEAN -> String.valueOf(score.equals("true") || score.equals("1"));
      default -> Conditions.literal(score);
    };
  }

  /** What a node predicts: its score, else the class most records are of. */
  private static Optional<String> winner(Element node) {
    var own = Xml.attribute(node, "score");
    return own.isEmpty()
        ? distributions(node)
            .max(Comparator.comparing(it -> count(it).orElse(BigDecimal.ZERO)))
            .map(it -> Xml.attribute(it, "value"))
        : Optional.of(own);
  }

  private static PmmlRefusal noScore(Element node) {
    return PmmlRefusal.of("Node", "pmml.no-score", Xml.attribute(node, "id"));
  }

  private static Stream<Element> distributions(Element node) {
    return Xml.children(node, "ScoreDistribution").stream();
  }

  private static Optional<BigDecimal> count(Element distribution) {
    return PmmlField.number(Xml.attribute(distribution, "recordCount"));
  }

  private static String probability(Wanted output, Element node) {
    Map<String, BigDecimal> probabilities = new LinkedHashMap<>();
    var all = distributions(node).toList();
    boolean given = all.stream().allMatch(it -> it.hasAttribute("probability"));
    var sum =
        all.stream()
            .map(it -> count(it).orElse(BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (all.isEmpty() || !given && sum.signum() <= 0) {
      throw PmmlRefusal.of("Node", "pmml.no-distribution", Xml.attribute(node, "id"));
    }
    for (var distribution : all) {
      var text = Xml.attribute(distribution, "probability");
      probabilities.put(
          Xml.attribute(distribution, "value"),
          given
              ? PmmlField.number(text)
                  .orElseThrow(() -> PmmlRefusal.of("Node", "pmml.value", "probability", text))
              : count(distribution)
                  .orElse(BigDecimal.ZERO)
                  .divide(sum, DECIMALS, RoundingMode.HALF_EVEN)
                  .stripTrailingZeros());
    }
    var category = output.category().isEmpty() ? winner(node).orElse("") : output.category();
    return Conditions.literal(probabilities.getOrDefault(category, BigDecimal.ZERO));
  }

  private static String confidence(Wanted output, Element node) {
    var category = output.category().isEmpty() ? winner(node).orElse("") : output.category();
    return distributions(node)
        .filter(it -> Xml.attribute(it, "value").equals(category))
        .flatMap(it -> PmmlField.number(Xml.attribute(it, "confidence")).stream())
        .findFirst()
        .map(Conditions::literal)
        .orElse("null");
  }
}
