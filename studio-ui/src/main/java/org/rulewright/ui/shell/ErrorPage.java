package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A screen that says why there is no other screen here. */
abstract class ErrorPage extends Screen {

  ErrorPage(String title) {
    super(title);
    header().setVisible(false);
  }

  void explain(VaadinIcon icon, String title, String text) {
    clear();
    var home = new Button(tr("shell.error.home"), click -> UI.getCurrent().navigate(""));
    home.addThemeVariants(ButtonVariant.PRIMARY);
    var back =
        new Button(tr("shell.error.back"), click -> UI.getCurrent().getPage().getHistory().back());
    add(new EmptyState(icon, title, text, home, back));
  }
}
