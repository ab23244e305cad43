package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import org.jspecify.annotations.Nullable;
import org.rulewright.evidence.Evidence;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Tone;

/** Puts the finding of an examination in a few words; null is a version that was not examined. */
record EvidenceWords(@Nullable Evidence evidence) {

  String badge() {
    if (evidence == null) {
      return tr("strategy.evidence.none");
    }
    var report = evidence.statement().report();
    if (report.different() > 0) {
      return tr("strategy.evidence.different", report.different());
    }
    var cases = Formats.here().number(report.examined());
    if (!report.agrees()) {
      return tr("strategy.evidence.different", report.camunda().unexplained());
    }
    if (isDelegated()) {
      return tr("strategy.evidence.delegated", cases);
    }
    return tr(
        report.complete() ? "strategy.evidence.equal" : "strategy.evidence.unfinished", cases);
  }

  Tone tone() {
    if (evidence == null) {
      return Tone.INFO;
    }
    var report = evidence.statement().report();
    if (!report.agrees()) {
      return Tone.BAD;
    }
    // the way through a flow is compared with Camunda alone
    boolean compared = report.flow() == null || report.camunda().examined() > 0;
    return report.complete() && compared && !isDelegated() ? Tone.GOOD : Tone.WARNING;
  }

  String date() {
    return evidence == null ? "" : Formats.here().dateTime(evidence.madeAt());
  }

  /** Whether nothing was compared, because KIE evaluated something of every case. */
  private boolean isDelegated() {
    return evidence != null
        && evidence.statement().report().delegated() == evidence.statement().report().examined();
  }
}
