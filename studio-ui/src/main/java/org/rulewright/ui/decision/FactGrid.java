package org.rulewright.ui.decision;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Labelled values in columns. */
final class FactGrid extends Div {

  FactGrid() {
    addClassNames("rw-panel", "rw-fact-grid");
  }

  FactGrid with(String label, String value) {
    add(fact(label, value));
    return this;
  }

  /** A digest: long, in the typeface of code, over the width of two. */
  FactGrid withDigest(String label, String value) {
    var fact = fact(label, value);
    fact.addClassName("rw-digest-fact");
    add(fact);
    return this;
  }

  private static Div fact(String label, String value) {
    var name = new Span(label);
    name.addClassNames("rw-muted", "rw-small");
    var text = new Span(value.isEmpty() ? "–" : value);
    return new Div(name, text);
  }
}
