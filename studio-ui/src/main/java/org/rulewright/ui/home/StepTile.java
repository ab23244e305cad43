package org.rulewright.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import org.rulewright.ui.shell.HomeStep;

/** A thing to do next, as one large link. */
class StepTile extends RouterLink {

  StepTile(HomeStep.Step step) {
    setRoute(step.target());
    addClassName("rw-step");
    var title = new Element("strong").setText(step.title());
    var words = new Div();
    words.getElement().appendChild(title);
    words.add(new Span(step.text()));
    add(step.icon().create(), words);
  }
}
