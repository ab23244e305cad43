package org.rulewright.ui.notification;

import org.rulewright.asset.StrategyKey;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.notification.Thing;
import org.rulewright.simulation.PortfolioRunId;
import org.rulewright.ui.access.AccessNavigation;
import org.rulewright.ui.audit.AuditNavigation;
import org.rulewright.ui.dataset.DatasetNavigation;
import org.rulewright.ui.decision.DecisionNavigation;
import org.rulewright.ui.job.JobNavigation;
import org.rulewright.ui.portfolio.PortfolioNavigation;
import org.rulewright.ui.release.ReleaseNavigation;
import org.rulewright.ui.strategy.StrategyNavigation;

/** Where each kind of thing is shown. */
final class NotificationAddress {

  private NotificationAddress() {}

  /** The address of a thing within the studio. */
  static String of(Thing thing) {
    return switch (thing.kind()) {
      case DATASET -> DatasetNavigation.path(thing.id());
      case PORTFOLIO_RUN ->
          PortfolioNavigation.path(PortfolioRunId.parse(thing.id()).orElseThrow());
      case JOB -> JobNavigation.path();
      case DRAFT -> StrategyNavigation.path(new StrategyKey(thing.id()));
      case VERSIONS -> StrategyNavigation.versionsPath(new StrategyKey(thing.id()));
      case RELEASES -> ReleaseNavigation.path(new StrategyKey(thing.id()));
      case DECISION -> DecisionNavigation.path(DecisionId.parse(thing.id()).orElseThrow());
      case DECISION_LOG -> AuditNavigation.path();
      case KEY -> AccessNavigation.keysPath();
      case ACCOUNT -> AccessNavigation.accountPath();
    };
  }
}
