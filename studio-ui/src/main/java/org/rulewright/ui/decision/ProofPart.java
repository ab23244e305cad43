package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rulewright.decisionlog.DecisionRecord;
import org.rulewright.release.Release;
import org.rulewright.ui.shell.Formats;

/** The release with its hashes and who released it, and where the record stands in its chain. */
final class ProofPart {

  private ProofPart() {}

  static Component of(DecisionRecord record, Optional<Release> release) {
    var formats = Formats.here();
    var chain = record.chain();
    var grid = new FactGrid();
    release.ifPresent(found ->
        grid.with(tr("decision.version"), Integer.toString(found.version().number()))
            .with(tr("decision.releasedBy"), found.releasedBy().name())
            .with(tr("decision.releasedAt"), formats.dateTime(found.releasedAt()))
            .with(tr("decision.versionDigest"), found.version().digest()));
    return grid.with(tr("decision.release"), record.summary().place().releaseDigest())
        .with(tr("decision.arm"), record.summary().place().arm())
        .with(tr("decision.chain.session"), chain.session().toString())
        .with(tr("decision.chain.position"), formats.number(chain.position()))
        .with(tr("decision.chain.digest"), chain.digest())
        .with(tr("decision.chain"), tr(chain.intact() ? "decision.intact" : "decision.notIntact"));
  }
}
