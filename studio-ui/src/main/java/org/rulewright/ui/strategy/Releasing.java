package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.stream.Collectors;
import org.rulewright.asset.Refusal;
import org.rulewright.asset.StrategyKey;
import org.rulewright.environment.Environment;
import org.rulewright.release.ReleaseResult;
import org.rulewright.ui.shell.Confirmation;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.version.VersionSummary;

/** A governor puts a version to use, or goes back to the release before. */
final class Releasing {
  private final StrategyParts parts;
  private final Runnable changed;

  Releasing(StrategyParts parts, Runnable changed) {
    this.parts = parts;
    this.changed = changed;
  }

  /** Asks where, and releases the version there. */
  void ask(VersionSummary version) {
    var dialog = new Dialog();
    dialog.setHeaderTitle(tr("strategy.release.title", version.number()));
    dialog.setWidth("32rem");
    var complaint = new Complaint();
    var where = new RadioButtonGroup<Environment>(tr("strategy.release.where"));
    where.setItems(parts.environments().list());
    where.setItemLabelGenerator(environment -> environment.label(Messages.locale()));
    var release = new Button(tr("strategy.release"));
    release.addThemeVariants(ButtonVariant.PRIMARY);
    release.setEnabled(false);
    where.addValueChangeListener(change -> {
      release.setEnabled(change.getValue() != null);
      complaint.hide();
    });
    release.addClickListener(click -> release(version, where.getValue(), dialog, complaint));
    dialog.add(new Paragraph(tr("strategy.release.text")), where, complaint);
    dialog.getFooter().add(new Button(tr("shell.cancel"), click -> dialog.close()), release);
    dialog.open();
  }

  private void release(
      VersionSummary version, Environment where, Dialog dialog, Complaint complaint) {
    var result = parts.releases().release(version.id(), where.name(), SignedIn.here().actor());
    switch (result) {
      case ReleaseResult.Released released -> {
        dialog.close();
        Notices.done(tr("strategy.release.done", version.number(), where.label(Messages.locale())));
        changed.run();
      }
      case ReleaseResult.Refused refused -> complaint.show(refused.refusals());
    }
  }

  /** Goes back to the release before, after one question. */
  void back(Environment environment, StrategyKey strategy) {
    var label = environment.label(Messages.locale());
    Confirmation.ask(
        tr("strategy.release.back.question", label),
        tr("strategy.release.back.consequence"),
        tr("strategy.release.back"),
        () -> {
          var result = parts.releases().back(environment.name(), strategy, SignedIn.here().actor());
          switch (result) {
            case ReleaseResult.Released released ->
                Notices.done(
                    tr("strategy.release.done", released.release().version().number(), label));
            case ReleaseResult.Refused refused ->
                Notices.failed(tr("strategy.release.back.refused"), words(refused));
          }
          changed.run();
        });
  }

  private static String words(ReleaseResult.Refused refused) {
    return refused.refusals().stream()
        .map((Refusal refusal) -> refusal.message(Messages.locale()))
        .collect(Collectors.joining(" "));
  }
}
