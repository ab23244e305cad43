package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Versions;

/** Makes the draft an immutable version, with a note on why. */
class NewVersionDialog extends Dialog {
  private final transient Versions versions;
  private final transient StrategyKey strategy;
  private final transient Runnable done;
  private final ProblemList problems;
  private final TextArea note = new TextArea(tr("strategy.version.note"));
  private final Complaint complaint = new Complaint();

  NewVersionDialog(Versions versions, StrategyKey strategy, Runnable done, ProblemList problems) {
    this.versions = versions;
    this.strategy = strategy;
    this.done = done;
    this.problems = problems;
    setHeaderTitle(tr("strategy.version.create"));
    setWidth("32rem");
    note.setHelperText(tr("strategy.version.note.help"));
    note.setMaxLength(Versions.LONGEST_NOTE);
    note.setMinRows(3);
    note.setWidthFull();
    note.setAutofocus(true);
    add(new Paragraph(tr("strategy.version.create.text")), complaint, note);
    var create = new Button(tr("strategy.version.create"), click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()), create);
  }

  private void create() {
    switch (versions.create(strategy, note.getValue(), SignedIn.here().actor())) {
      case CreateVersionResult.Created created ->
          finish(tr("strategy.version.created", created.version().number()));
      case CreateVersionResult.Existing existing ->
          finish(tr("strategy.version.existing", existing.version().number()));
      case CreateVersionResult.Refused refused -> {
        complaint.show(List.of(refused.refusal()));
        refused
            .errors()
            .forEach(error -> complaint.add(new Paragraph(error.message(Messages.locale()))));
        problems.setOpened(true);
      }
    }
  }

  private void finish(String text) {
    close();
    Notices.done(text);
    done.run();
  }
}
