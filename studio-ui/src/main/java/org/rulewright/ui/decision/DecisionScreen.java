package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.decisionlog.AlteredRecordException;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionLog;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.DecisionRecord;
import org.rulewright.feature.Features;
import org.rulewright.release.Releases;
import org.rulewright.serving.Explanations;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** One decision as it was made: facts, path, reasons, release, proof. */
@Route(value = "decisions/:" + DecisionNavigation.ID, layout = Shell.class)
@RolesAllowed(Roles.REVIEWER)
class DecisionScreen extends Screen implements BeforeEnterObserver {
  private final transient DecisionLog log;
  private final transient Releases releases;
  private final transient AuditTrail audit;
  private final transient Explanations explanations;
  private final transient Features features;
  private final transient Strategies strategies;

  DecisionScreen(
      DecisionLog log,
      Releases releases,
      AuditTrail audit,
      Explanations explanations,
      Features features,
      Strategies strategies) {
    super(tr("decision.one"));
    this.log = log;
    this.releases = releases;
    this.audit = audit;
    this.explanations = explanations;
    this.features = features;
    this.strategies = strategies;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var id =
        event
            .getRouteParameters()
            .get(DecisionNavigation.ID)
            .flatMap(DecisionId::parse)
            .orElseThrow(NotFoundException::new);
    clear();
    rename(tr("decision.one"), Crumb.to(DecisionsScreen.class, tr("decision.title")));
    header().setLead(id.toString());
    try {
      show(log.view(id, reader()).orElseThrow(NotFoundException::new));
    } catch (AlteredRecordException altered) {
      add(new EmptyState(VaadinIcon.WARNING, tr("decision.altered"), tr("decision.altered.next")));
    }
  }

  private void show(DecisionRecord record) {
    var summary = record.summary();
    var intact = record.chain().intact();
    header()
        .setBadges(
            DecisionWords.badge(summary.headline().verdict()),
            new StatusBadge(
                tr(intact ? "decision.intact" : "decision.notIntact"),
                intact ? Tone.GOOD : Tone.BAD));
    header().setActions(RecordExport.button(record, this::exported));
    add(new OutcomePart(summary, strategy(summary.place().strategy())));
    var payload = record.payload();
    if (payload == null) {
      add(new Paragraph(tr("decision.erased")));
    } else {
      show(record, payload);
    }
    add(
        new H2(tr("decision.proof")),
        ProofPart.of(record, releases.findByDigest(summary.place().releaseDigest())));
  }

  private void show(DecisionRecord record, DecisionPayload payload) {
    var names = FactNames.of(features);
    add(new H2(tr("decision.reasons")), new ReasonsPart(payload));
    add(new H2(tr("decision.path")));
    var release = releases.findByDigest(record.summary().place().releaseDigest());
    add(
        release.isPresent()
            ? new PathPart(payload, release.get().version().content())
            : new Paragraph(tr("decision.releaseGone")));
    if (release.isPresent()) {
      add(new WhyPart(() -> explanations.of(record).orElseThrow(), names));
    }
    add(new H2(tr("decision.facts")), new FactsPart(payload, names));
  }

  private String strategy(String key) {
    return StrategyKey.parse(key)
        .flatMap(strategies::find)
        .map(strategy -> strategy.name(Messages.locale()))
        .orElse(key);
  }

  private void exported(DecisionId id) {
    audit.append(
        reader(),
        AuditAction.RECORDS_EXPORTED,
        "decision",
        id.toString(),
        Map.of("format", "JSON"));
  }

  private static Actor reader() {
    return SignedIn.here().actor();
  }
}
