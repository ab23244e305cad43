package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
import org.rulewright.dmn.Explanation;

/** Why each step of a decision came out as it did and not otherwise, worked out when opened. */
final class WhyPart extends Div {

  WhyPart(Supplier<Explanation> explanation, FactNames names) {
    var content = new Div();
    content.addClassName("rw-why");
    var details = new Details(tr("decision.why"), content);
    details.setId("decision-why");
    details.addOpenedChangeListener(opened -> {
      if (opened.isOpened() && content.getComponentCount() == 0) {
        new WhySteps(names).of(explanation.get().steps()).forEach(content::add);
        if (content.getComponentCount() == 0) {
          content.add(new Paragraph(tr("decision.why.none")));
        }
      }
    });
    add(details);
  }
}
