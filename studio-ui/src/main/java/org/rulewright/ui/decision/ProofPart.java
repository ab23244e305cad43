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
            .withDigest(tr("decision.versionDigest"), found.version().digest()));
    return grid.withDigest(tr("decision.release"), record.summary().place().releaseDigest())
        .with(tr("decision.arm"), record.summary().place().arm())
        .withDigest(tr("decision.chain.session"), chain.session().toString())
        .with(tr("decision.chain.position"), formats.number(chain.position()))
        .withDigest(tr("decision.chain.digest"), chain.digest())
        .with(tr("decision.chain"), tr(chain.intact() ? "decision.intact" : "decision.notIntact"));
  }
}
