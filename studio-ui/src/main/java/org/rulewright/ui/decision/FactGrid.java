package org.rulewright.ui.decision;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Labelled values in columns. */
final class FactGrid extends Div {

  FactGrid() {
    getStyle()
        .set("display", "grid")
        .set("grid-template-columns", "repeat(auto-fill, minmax(12rem, 1fr))")
        .set("gap", "1rem");
  }

  FactGrid with(String label, String value) {
    var name = new Span(label);
    name.getStyle().set("display", "block").set("opacity", "0.7").set("font-size", "0.875em");
    var text = new Span(value.isEmpty() ? "–" : value);
    text.getStyle().set("overflow-wrap", "anywhere");
    add(new Div(name, text));
    return this;
  }
}
