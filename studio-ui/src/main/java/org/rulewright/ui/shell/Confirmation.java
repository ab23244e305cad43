package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something that cannot be taken back. */
public final class Confirmation {

  private Confirmation() {}

  /** Asks before an ordinary step. */
  public static void ask(String question, String consequence, String verb, Runnable doIt) {
    dialog(question, consequence, verb, doIt, "primary").open();
  }

  /** Asks before a step that destroys something or takes something away. */
  public static void askDanger(String question, String consequence, String verb, Runnable doIt) {
    dialog(question, consequence, verb, doIt, "error primary").open();
  }

  private static ConfirmDialog dialog(
      String question, String consequence, String verb, Runnable doIt, String theme) {
    var dialog = new ConfirmDialog();
    dialog.setHeader(question);
    dialog.setText(consequence);
    dialog.setConfirmText(verb);
    dialog.setConfirmButtonTheme(theme);
    dialog.setCancelable(true);
    dialog.setCancelText(tr("shell.cancel"));
    dialog.addConfirmListener(confirmed -> doIt.run());
    return dialog;
  }
}
