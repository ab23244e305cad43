package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** A conflict with what somebody else stored, which its button keeps within reach until decided. */
final class OpenConflict {
  private final Button button = new Button(tr("strategy.conflict.open"));
  private Runnable forget = () -> {};

  OpenConflict() {
    button.addThemeVariants(ButtonVariant.ERROR);
    button.setVisible(false);
  }

  Button button() {
    return button;
  }

  void open(ConflictDialog dialog) {
    button.setVisible(true);
    var registration = button.addClickListener(click -> dialog.open());
    forget = registration::remove;
    dialog.open();
  }

  void decided() {
    forget.run();
    button.setVisible(false);
  }
}
