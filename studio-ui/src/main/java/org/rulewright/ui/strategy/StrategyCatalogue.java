package org.rulewright.ui.strategy;

import java.util.List;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.Strategy;
import org.rulewright.environment.Environments;
import org.rulewright.release.ActiveRelease;
import org.rulewright.release.Rollouts;
import org.rulewright.ui.shell.Messages;
import org.rulewright.version.Versions;
import org.springframework.stereotype.Component;

/** What the list of strategies shows, gathered. */
@Component
class StrategyCatalogue {
  private final Strategies strategies;
  private final Drafts drafts;
  private final Versions versions;
  private final Rollouts rollouts;
  private final Environments environments;

  StrategyCatalogue(
      Strategies strategies,
      Drafts drafts,
      Versions versions,
      Rollouts rollouts,
      Environments environments) {
    this.strategies = strategies;
    this.drafts = drafts;
    this.versions = versions;
    this.rollouts = rollouts;
    this.environments = environments;
  }

  List<StrategyLine> lines() {
    var active = rollouts.active();
    return strategies.list().stream().map(strategy -> line(strategy, active)).toList();
  }

  private StrategyLine line(Strategy strategy, List<ActiveRelease> active) {
    var head = drafts.revisions(strategy.key(), 1).getFirst();
    return new StrategyLine(
        strategy, head, versions.list(strategy.key()).size(), runsIn(strategy, active));
  }

  private List<String> runsIn(Strategy strategy, List<ActiveRelease> active) {
    return environments.list().stream()
        .filter(environment ->
            active.stream()
                .anyMatch(release ->
                    release.environment().equals(environment.name())
                        && release.strategy().equals(strategy.key())))
        .map(environment -> environment.label(Messages.locale()))
        .toList();
  }
}
