package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;
import org.rulewright.evidence.Evidence;
import org.rulewright.job.Job;
import org.rulewright.job.JobState;
import org.rulewright.release.EngineVersion;
import org.rulewright.ui.shell.JobProgress;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;
import org.rulewright.version.VersionSummary;

/** What the newest examination of a version found, and a way to examine it (again). */
class EvidenceDialog extends Dialog {
  private final transient StrategyParts parts;
  private final transient VersionSummary version;
  private final transient Runnable changed;
  private final Div content = new Div();
  private final Button examine = new Button(tr("strategy.evidence.examine"), click -> examine());

  /**
   * @param changed is called when there is new evidence
   */
  EvidenceDialog(StrategyParts parts, VersionSummary version, Runnable changed) {
    this.parts = parts;
    this.version = version;
    this.changed = changed;
    setHeaderTitle(tr("strategy.evidence.title", version.number()));
    setWidth("min(96vw, 60rem)");
    setMaxHeight("86vh");
    content.addClassName("rw-evidence-report");
    examine.addThemeVariants(ButtonVariant.PRIMARY);
    add(content);
    getFooter().add(new Button(tr("shell.close"), click -> close()), examine);
    show(null);
  }

  private void show(@Nullable String complaint) {
    content.removeAll();
    if (complaint != null) {
      var box = new Complaint();
      box.show(complaint);
      content.add(box);
    }
    content.add(new Paragraph(tr("strategy.evidence.what")));
    parts.examinations().newest(version.id()).ifPresent(this::report);
  }

  private void report(Evidence evidence) {
    examine.setText(tr("strategy.evidence.again"));
    var words = new EvidenceWords(evidence);
    boolean valid = parts.examinations().verify(evidence);
    var badges = new Div(new StatusBadge(words.badge(), words.tone()));
    if (!valid) {
      badges.add(new StatusBadge(tr("strategy.evidence.tampered"), Tone.BAD));
    }
    badges.addClassName("rw-badges");
    content.add(
        badges,
        muted(tr("strategy.evidence.made", words.date(), evidence.madeBy())),
        muted(
            tr(
                valid ? "strategy.evidence.signed" : "strategy.evidence.unsigned",
                evidence.signingKey())));
    content.add(EvidenceReport.of(evidence));
  }

  private static Component muted(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassNames("rw-muted", "rw-small");
    return paragraph;
  }

  private void examine() {
    var whole = parts.versions().find(version.id()).orElseThrow();
    var job = parts.examinations().submit(whole, EngineVersion.CURRENT, SignedIn.here().actor());
    examine.setEnabled(false);
    content.removeAll();
    content.add(new JobProgress(parts.jobs(), parts.pulse(), job, this::ended));
  }

  private void ended(Job job) {
    examine.setEnabled(true);
    show(
        switch (job.state()) {
          case FAILED -> tr("strategy.evidence.failed", String.valueOf(job.error()));
          case CANCELLED -> tr("strategy.evidence.cancelled");
          default -> null;
        });
    if (job.state() == JobState.DONE) {
      changed.run();
    }
  }
}
