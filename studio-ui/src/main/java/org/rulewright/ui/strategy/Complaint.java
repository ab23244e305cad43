package org.rulewright.ui.strategy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.rulewright.asset.Refusal;
import org.rulewright.ui.shell.Messages;

/** Says in a dialog why something asked for was not done; invisible until there is a reason. */
class Complaint extends Div {

  Complaint() {
    addClassName("rw-complaint");
    getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  void show(List<Refusal> refusals) {
    removeAll();
    refusals.forEach(refusal -> add(new Paragraph(refusal.message(Messages.locale()))));
    setVisible(true);
  }

  void show(String text) {
    removeAll();
    add(new Paragraph(text));
    setVisible(true);
  }

  void hide() {
    setVisible(false);
  }
}
