package org.rulewright.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.pmml.PmmlField;
import org.rulewright.pmml.PmmlFile;
import org.rulewright.pmml.PmmlPredicate;
import org.rulewright.pmml.PmmlPredicates;
import org.rulewright.pmml.PmmlRefusal;
import org.rulewright.pmml.PmmlSets;
import org.rulewright.value.ValueSet;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * Reads the Scorecard of a PMML file as a scorecard of ours.
 *
 * <p>What is read scores as PMML says, with exact decimals in the place of doubles. Computed points
 * ({@code ComplexPartialScore}), characteristics on several fields, and fields that are derived
 * from others are refused by name.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/Scorecard.html">PMML 4.4.1, Scorecard</a>
 */
public final class PmmlScorecard {

  /** As many reasons as lenders commonly give, where the file does not say how many. */
  private static final int USUAL_REASONS = 4;

  private final PmmlFile file;
  private final PmmlPredicates predicates;
  private final String id;
  private final Element model;
  private final boolean withReasons;
  private final Set<String> names = new HashSet<>();

  private PmmlScorecard(PmmlFile file, String id) {
    this.file = file;
    this.predicates = new PmmlPredicates(file);
    this.id = id;
    this.model = file.model();
    this.withReasons = !Xml.attribute(model, "useReasonCodes").equals("false");
  }

  /**
   * Reads a file.
   *
   * @param id of the scorecard, and the beginning of the ids of its parts
   * @param name of the scorecard; where it is blank that of the model is taken
   * @throws UnreadableModelException if the bytes are no XML, have a document type, or are no PMML
   */
  public static ImportedScorecard read(byte[] bytes, String id, String name)
      throws UnreadableModelException {
    try {
      var file = PmmlFile.read(bytes);
      refuseWhatIsNoCard(file.model());
      var card = new PmmlScorecard(file, id).card(name);
      return new ImportedScorecard.Read(card, file.remarks());
    } catch (PmmlRefusal refusal) {
      return new ImportedScorecard.Refused(List.of(refusal.problem()));
    }
  }

  private static void refuseWhatIsNoCard(Element model) {
    var kind = Xml.localName(model);
    if (kind.equals("MiningModel")) {
      throw PmmlRefusal.of(kind, "pmml.ensemble");
    }
    if (!kind.equals("Scorecard")) {
      throw PmmlRefusal.of(kind, "pmml.other-kind", kind, "Scorecard");
    }
    refuseUnless(model, "isScorable", Set.of("", "true"));
    refuseUnless(model, "functionName", Set.of("regression"));
    for (var element : Xml.descendants(model)) {
      var name = Xml.localName(element);
      if (Set.of("ComplexPartialScore", "Target").contains(name)) {
        throw PmmlRefusal.of(name, "pmml.element", name);
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

  private Scorecard card(String name) {
    List<Characteristic> all = new ArrayList<>();
    for (var element :
        Xml.child(model, "Characteristics").stream()
            .flatMap(it -> Xml.children(it, "Characteristic").stream())
            .toList()) {
      all.add(characteristic(element, all.size() + 1));
    }
    if (all.isEmpty()) {
      throw PmmlRefusal.of("Scorecard", "pmml.no-characteristics");
    }
    var own = name.isBlank() ? Xml.attribute(model, "modelName") : name;
    return new Scorecard(
        id,
        word(own.isBlank() ? "Score" : own),
        all,
        number(model, "initialScore", "0"),
        method(),
        withReasons ? reasons() : 0,
        null,
        null);
  }

  private ReasonMethod method() {
    return switch (Xml.attribute(model, "reasonCodeAlgorithm")) {
      case "", "pointsBelow" -> ReasonMethod.POINTS_BELOW;
      case "pointsAbove" -> ReasonMethod.POINTS_ABOVE;
      default ->
          throw PmmlRefusal.of(
              "Scorecard",
              "pmml.attribute",
              "Scorecard",
              "reasonCodeAlgorithm",
              Xml.attribute(model, "reasonCodeAlgorithm"));
    };
  }

  /** As many as the outputs ask for. */
  private int reasons() {
    return Xml.child(model, "Output").stream()
        .flatMap(it -> Xml.children(it, "OutputField").stream())
        .filter(it -> Xml.attribute(it, "feature").equals("reasonCode"))
        .map(it -> PmmlField.number(Xml.attribute(it, "rank")).orElse(BigDecimal.ONE))
        .reduce(BigDecimal::max)
        .map(BigDecimal::intValue)
        .orElse(USUAL_REASONS);
  }

  private Characteristic characteristic(Element element, int position) {
    var label = Xml.attribute(element, "name");
    var attributes = Xml.children(element, "Attribute");
    List<PmmlPredicate> conditions = attributes.stream().map(predicates::in).toList();
    var field = field(conditions, label);
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < attributes.size(); i++) {
      var takes = PmmlSets.treated(PmmlSets.trueFor(conditions.get(i), field), field);
      if (!takes.isEmpty()) {
        bins.add(bin(attributes.get(i), id + "_" + position + "_" + (i + 1), takes));
      }
    }
    var name = word(label.isBlank() ? field.feelName() : label);
    while (!names.add(name)) {
      name += "_";
    }
    return new Characteristic(
        id + "_" + position,
        name,
        field.feelName(),
        field.kind(),
        name.equals(label) ? "" : label,
        baseline(element, label),
        Xml.attribute(element, "reasonCode"),
        bins);
  }

  private BigDecimal baseline(Element element, String name) {
    var owner = element.hasAttribute("baselineScore") ? element : model;
    if (!owner.hasAttribute("baselineScore") && withReasons) {
      throw PmmlRefusal.of("Characteristic", "pmml.no-baseline", name);
    }
    return number(owner, "baselineScore", "0");
  }

  /** The one field the bins of a characteristic look at. */
  private static PmmlField field(List<PmmlPredicate> conditions, String name) {
    Set<PmmlField> fields = new LinkedHashSet<>();
    conditions.forEach(it -> fields.addAll(it.fields()));
    if (fields.size() != 1) {
      throw PmmlRefusal.of(
          "Characteristic", "pmml.several-fields", name, String.valueOf(fields.size()));
    }
    return fields.iterator().next();
  }

  private Bin bin(Element attribute, String binId, ValueSet takes) {
    if (!attribute.hasAttribute("partialScore")) {
      throw PmmlRefusal.of("Attribute", "pmml.no-points", binId);
    }
    return new Bin(
        binId,
        "",
        takes,
        number(attribute, "partialScore", "0"),
        Xml.attribute(attribute, "reasonCode"));
  }

  private static BigDecimal number(Element element, String name, String otherwise) {
    @Nullable String text = Xml.optional(element, name);
    var number = PmmlField.number(text == null ? otherwise : text);
    return number
        .filter(it -> it.precision() <= Bin.MOST_DIGITS && Math.abs(it.scale()) <= Bin.MOST_DIGITS)
        .orElseThrow(() -> PmmlRefusal.of(Xml.localName(element), "pmml.value", name, "" + text));
  }

  private static String word(String text) {
    var word = text.strip().replaceAll("[^\\p{L}\\p{N}_]", "_");
    return word.isEmpty() || Character.isDigit(word.charAt(0)) ? "_" + word : word;
  }
}
