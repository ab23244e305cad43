package org.rulewright.dmn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Place;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** What Camunda 7 is not given, because it does not support it or we do not let it. */
final class CamundaLimits {

  private static final String UNSUPPORTED = "dmn.camunda-unsupported";

  /** Its parser tries every alternative again at each level of brackets. */
  private static final int DEEPEST_TEXT = 20;

  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_VALUE = 20_000;
  private static final int LARGEST_SCALE = 6_200;

  /** Its names have no spaces or operators, other than DMN's. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  private CamundaLimits() {}

  static List<Diagnostic> of(DmnDocument document, DmnDecision decision) {
    var found = new ArrayList<Diagnostic>();
    if (!decision.requiredKnowledge().isEmpty()) {
      found.add(unsupported("knowledgeRequirement", decision, decision.id()));
    }
    requirements(document, decision, found);
    var logic = document.element(decision.id()).flatMap(DmnContents::logic);
    if (logic.isEmpty()) {
      found.add(Diagnostic.error("dmn.no-logic", Place.of(decision.id()), decision.name()));
    } else {
      logic(logic.get(), decision, document.root(), found);
    }
    return found;
  }

  private static void requirements(
      DmnDocument document, DmnDecision decision, List<Diagnostic> found) {
    var contents = document.contents();
    for (var id : decision.requiredInputs()) {
      contents
          .inputById(id)
          .ifPresentOrElse(
              input -> name(input.name(), decision, found),
              () -> found.add(unsupported("requiredInput " + id, decision, decision.id())));
    }
    for (var id : decision.requiredDecisions()) {
      contents
          .decisionById(id)
          .ifPresentOrElse(
              required -> name(required.name(), decision, found),
              () -> found.add(unsupported("requiredDecision " + id, decision, decision.id())));
    }
  }

  private static void name(String name, DmnDecision decision, List<Diagnostic> found) {
    if (!NAME.matcher(name).matches()) {
      found.add(
          Diagnostic.error("dmn.camunda-name", Place.of(decision.id()), name, decision.name()));
    }
  }

  private static void logic(
      Element logic, DmnDecision decision, Element root, List<Diagnostic> found) {
    if (!Languages.areAllFeel(logic, root)) {
      found.add(Diagnostic.error("dmn.language", Place.of(decision.id()), decision.name()));
    }
    switch (Xml.localName(logic)) {
      case "decisionTable" -> table(logic, decision, found);
      case "literalExpression" -> {
        // supported
      }
      default -> found.add(unsupported(Xml.localName(logic), decision, decision.id()));
    }
    for (var element : Xml.descendants(logic)) {
      if (Xml.is(element, "text") && isTooMuch(element.getTextContent())) {
        found.add(Diagnostic.error("dmn.camunda-text", Place.of(decision.id()), decision.name()));
      }
    }
  }

  private static void table(Element table, DmnDecision decision, List<Diagnostic> found) {
    var policy = Xml.attribute(table, "hitPolicy");
    if (policy.equals("PRIORITY") || policy.equals("OUTPUT ORDER")) {
      found.add(unsupported("hitPolicy " + policy, decision, decision.id()));
    }
    for (var output : Xml.children(table, "output")) {
      if (Xml.child(output, "defaultOutputEntry").isPresent()) {
        found.add(unsupported("defaultOutputEntry", decision, Xml.attribute(output, "id")));
      }
    }
  }

  private static Diagnostic unsupported(String what, DmnDecision decision, String element) {
    return Diagnostic.error(UNSUPPORTED, Place.of(element), what, decision.name());
  }

  private static boolean isTooMuch(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '(', '[', '{' -> {
          if (++depth > DEEPEST_TEXT) {
            return true;
          }
        }
        case ')', ']', '}' -> depth--;
        default -> {
          // no bracket
        }
      }
    }
    return text.length() > LONGEST_TEXT;
  }

  /** Facts that would make its arithmetic or its patterns run away. */
  static List<Diagnostic> of(Facts facts) {
    return facts.asMap().entrySet().stream()
        .filter(fact -> isTooLarge(fact.getValue()))
        .map(fact -> Diagnostic.error("dmn.camunda-fact", Place.of(fact.getKey()), fact.getKey()))
        .toList();
  }

  static boolean isTooLarge(@Nullable Object value) {
    return switch (value) {
      case BigDecimal number -> isTooLarge(number);
      case String text -> text.length() > LONGEST_VALUE;
      case Collection<?> list ->
          list.size() > LONGEST_VALUE || list.stream().anyMatch(CamundaLimits::isTooLarge);
      case Map<?, ?> context ->
          context.size() > LONGEST_VALUE
              || context.values().stream().anyMatch(CamundaLimits::isTooLarge);
      case null, default -> false;
    };
  }

  static boolean isTooLarge(BigDecimal number) {
    return Math.abs((long) number.scale()) > LARGEST_SCALE || number.precision() > LARGEST_SCALE;
  }
}
