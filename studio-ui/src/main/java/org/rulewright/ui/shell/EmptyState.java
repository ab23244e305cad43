package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Says that there is nothing yet, why, and what to do next. */
public final class EmptyState extends Div {

  public EmptyState(VaadinIcon icon, String title, String text, Component... nextSteps) {
    addClassName("rw-empty");
    var picture = icon.create();
    picture.getElement().setAttribute("aria-hidden", "true");
    var steps = new Div(nextSteps);
    steps.addClassName("rw-empty-steps");
    add(picture, new H2(title), new Paragraph(text), steps);
  }
}
