package org.rulewright.pmml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rulewright.pmml.PmmlPredicate.Compound;
import org.rulewright.pmml.PmmlPredicate.Fixed;
import org.rulewright.pmml.PmmlPredicate.Join;
import org.rulewright.pmml.PmmlPredicate.Simple;
import org.rulewright.value.Range;
import org.rulewright.value.ValueSet;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Reads the conditions of PMML. */
public final class PmmlPredicates {

  private static final Set<String> ELEMENTS =
      Set.of("SimplePredicate", "CompoundPredicate", "SimpleSetPredicate", "True", "False");

  private final PmmlFile file;

  public PmmlPredicates(PmmlFile file) {
    this.file = file;
  }

  /**
   * The condition that stands in an element.
   *
   * @throws PmmlRefusal if there is none, or it says what we cannot take
   */
  public PmmlPredicate in(Element owner) {
    return Xml.children(owner).stream()
        .filter(it -> ELEMENTS.contains(Xml.localName(it)))
        .findFirst()
        .map(this::read)
        .orElseThrow(
            () -> PmmlRefusal.of(Xml.localName(owner), "pmml.no-predicate", Xml.localName(owner)));
  }

  private PmmlPredicate read(Element element) {
    return switch (Xml.localName(element)) {
      case "True" -> new Fixed(true);
      case "False" -> new Fixed(false);
      case "SimplePredicate" -> simple(element);
      case "SimpleSetPredicate" -> set(element);
      default -> compound(element);
    };
  }

  private PmmlPredicate compound(Element element) {
    var join =
        switch (Xml.attribute(element, "booleanOperator")) {
          case "and" -> Join.AND;
          case "or" -> Join.OR;
          case "xor" -> Join.XOR;
          case "surrogate" -> Join.SURROGATE;
          default ->
              throw PmmlRefusal.of(
                  "CompoundPredicate",
                  "pmml.attribute",
                  "CompoundPredicate",
                  "booleanOperator",
                  Xml.attribute(element, "booleanOperator"));
        };
    List<PmmlPredicate> conditions =
        Xml.children(element).stream()
            .filter(it -> ELEMENTS.contains(Xml.localName(it)))
            .map(this::read)
            .toList();
    return new Compound(join, conditions);
  }

  private Simple simple(Element element) {
    var field = file.field(Xml.attribute(element, "field"));
    var operator = Xml.attribute(element, "operator");
    if (operator.equals("isMissing") || operator.equals("isNotMissing")) {
      var missing = ValueSet.missing(field.kind());
      return new Simple(field, operator.equals("isMissing") ? missing : missing.not(), true);
    }
    var text = Xml.attribute(element, "value");
    var value =
        field
            .value(text)
            .orElseThrow(() -> PmmlRefusal.of(field.name(), "pmml.value", field.name(), text));
    return new Simple(field, takes(field, operator, value), false);
  }

  private static ValueSet takes(PmmlField field, String operator, Object value) {
    var kind = field.kind();
    var equal = ValueSet.of(kind, value);
    if (operator.equals("equal")) {
      return equal;
    }
    if (operator.equals("notEqual")) {
      return equal.not().withoutNull();
    }
    Optional<Range> range =
        switch (operator) {
          case "lessThan" -> Optional.of(Range.below(value));
          case "lessOrEqual" -> Optional.of(Range.atMost(value));
          case "greaterThan" -> Optional.of(Range.above(value));
          case "greaterOrEqual" -> Optional.of(Range.atLeast(value));
          default -> Optional.empty();
        };
    if (range.isEmpty() || !kind.isOrdered()) {
      throw PmmlRefusal.of(field.name(), "pmml.attribute", "SimplePredicate", "operator", operator);
    }
    return ValueSet.of(kind, range.get());
  }

  private Simple set(Element element) {
    var field = file.field(Xml.attribute(element, "field"));
    var array =
        Xml.child(element, "Array")
            .orElseThrow(
                () -> PmmlRefusal.of(field.name(), "pmml.no-predicate", "SimpleSetPredicate"));
    List<Object> values = new ArrayList<>();
    for (var text : words(array.getTextContent())) {
      values.add(
          field
              .value(text)
              .orElseThrow(() -> PmmlRefusal.of(field.name(), "pmml.value", field.name(), text)));
    }
    var among = ValueSet.of(field.kind(), values);
    return switch (Xml.attribute(element, "booleanOperator")) {
      case "isIn" -> new Simple(field, among, false);
      case "isNotIn" -> new Simple(field, among.not().withoutNull(), false);
      default ->
          throw PmmlRefusal.of(
              field.name(),
              "pmml.attribute",
              "SimpleSetPredicate",
              "booleanOperator",
              Xml.attribute(element, "booleanOperator"));
    };
  }

  /** The words of an array: parted by space, those with space in them in quotation marks. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    var word = new StringBuilder();
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        word.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else if (!quoted && Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
