package org.rulewright.asset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.decision.Diagnostic;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one place where heads change: one at a time for each strategy, each in the audit trail. */
@Component
class DraftHead {

  private final StrategyStore strategies;
  private final DraftStore drafts;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  DraftHead(
      StrategyStore strategies,
      DraftStore drafts,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    this.strategies = strategies;
    this.drafts = drafts;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Lets {@code change} see the head and follow it while nobody else can. */
  SaveResult change(StrategyKey key, Function<DraftRevision, SaveResult> change) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          if (strategies.lock(key).archived()) {
            return new SaveResult.Refused(AssetRefusals.ARCHIVED, null);
          }
          return change.apply(
              drafts.head(key).orElseThrow(() -> new UnknownStrategyException(key)));
        }));
  }

  Strategy lock(StrategyKey key) {
    return strategies.lock(key);
  }

  SaveResult append(
      DraftRevision head,
      RevisionKind kind,
      StrategyContent content,
      List<Diagnostic> diagnostics,
      NextRevision.Source source,
      NextRevision.Steps steps) {
    var next =
        new NextRevision(
            head.strategy(), head.number() + 1, kind, content, diagnostics, source, steps);
    return new SaveResult.Saved(append(next));
  }

  DraftRevision append(NextRevision next) {
    DraftRevision revision = drafts.append(next);
    audit.append(
        next.source().by(),
        next.kind() == RevisionKind.IMPORTED ? AuditAction.MODEL_IMPORTED : AuditAction.DRAFT_SAVED,
        "strategy",
        next.strategy().value(),
        Map.of(
            "revision", Long.toString(next.number()),
            "kind", next.kind().name(),
            "digest", next.content().digest()));
    return revision;
  }

  ModelFile exported(ModelFile file, DraftRevision revision, Actor by) {
    audit.append(
        by,
        AuditAction.MODEL_EXPORTED,
        "strategy",
        revision.strategy().value(),
        Map.of(
            "revision", Long.toString(revision.number()),
            "digest", revision.content().digest()));
    return file;
  }
}
