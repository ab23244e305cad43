package org.rulewright.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.dmn.feel.lang.Type;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Place;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Checks every look-up in a model against the look-up tables there are. */
final class LookupCheck {

  /** Texts that are unary tests rather than expressions. */
  private static final Set<String> TESTS =
      Set.of("inputEntry", "inputValues", "outputValues", "allowedValues", "typeConstraint");

  private final DmnDocument document;
  private final LookupSource lookups;
  private final List<Diagnostic> found;
  private final Map<String, Type> names = new HashMap<>();

  LookupCheck(DmnDocument document, LookupSource lookups, List<Diagnostic> found) {
    this.document = document;
    this.lookups = lookups;
    this.found = found;
    var types = document.contents().types();
    document.inputs().forEach(it -> names.put(it.name(), KieTypes.of(it.typeRef(), types)));
    document.decisions().forEach(it -> names.put(it.name(), KieTypes.of(it.typeRef(), types)));
  }

  void check() {
    for (var element : Xml.descendants(document.root())) {
      if (Xml.attribute(element, "name").equals(LookupFunction.NAME)
          && Xml.namespace(element).equals(Xml.namespace(document.root()))) {
        found.add(Diagnostic.error("dmn.lookup-reserved", Refusals.place(element)));
      }
      if (Xml.is(element, "text")
          && element.getParentNode() instanceof Element parent
          && element.getTextContent().contains(LookupFunction.NAME)
          && Languages.isFeel(parent, document.root())) {
        check(parent, element.getTextContent());
      }
    }
  }

  private void check(Element parent, String text) {
    var syntax =
        TESTS.contains(Xml.localName(parent))
            ? FeelSyntax.unaryTests(text, names)
            : FeelSyntax.expression(text, names);
    if (syntax.isWhole()) {
      LookupCalls.in(syntax.tree()).forEach(call -> check(call, Refusals.place(parent)));
    }
  }

  private void check(LookupCalls.Call call, Place element) {
    var place = new Place(element.element(), element.cell(), call.offset());
    if (call.table() == null) {
      found.add(Diagnostic.error("dmn.lookup-not-literal", place));
      return;
    }
    var shape = lookups.shape(call.table());
    if (shape.isEmpty()) {
      found.add(Diagnostic.error("dmn.lookup-unknown", place, call.table()));
    } else {
      keys(call, shape.get(), place);
      column(call, shape.get(), place);
    }
  }

  private void keys(LookupCalls.Call call, LookupShape shape, Place place) {
    if (call.key().size() != shape.keys().size()) {
      found.add(
          Diagnostic.error(
              "dmn.lookup-keys",
              place,
              call.table(),
              Integer.toString(shape.keys().size()),
              names(shape.keys()),
              Integer.toString(call.key().size())));
      return;
    }
    for (int i = 0; i < shape.keys().size(); i++) {
      var column = shape.keys().get(i);
      var part = call.key().get(i);
      var actual = CellTypes.of(part);
      if (!GraphCheck.agree(column.type(), actual)) {
        found.add(
            Diagnostic.error(
                "dmn.lookup-key-type",
                new Place(place.element(), place.cell(), Math.max(0, part.getStartChar())),
                Diagnostic.shortened(part.getText()),
                call.table(),
                column.name(),
                Diagnostic.term("type." + column.type()),
                Diagnostic.term("type." + actual)));
      }
    }
  }

  private void column(LookupCalls.Call call, LookupShape shape, Place place) {
    var column = call.column();
    if (column != null && !shape.has(column)) {
      found.add(
          Diagnostic.error(
              "dmn.lookup-column", place, call.table(), column, names(shape.values())));
    }
  }

  private static String names(List<LookupShape.Column> columns) {
    return columns.stream().map(LookupShape.Column::name).collect(Collectors.joining(", "));
  }
}
