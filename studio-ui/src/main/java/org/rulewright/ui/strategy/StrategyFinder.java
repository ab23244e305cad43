package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import java.util.List;
import java.util.Locale;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.Strategy;
import org.rulewright.ui.shell.Finder;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.stereotype.Component;

/** Finds strategies by a part of their names or key. */
@Component
class StrategyFinder implements Finder {
  private final Strategies strategies;

  StrategyFinder(Strategies strategies) {
    this.strategies = strategies;
  }

  @Override
  public List<Found> find(String letters, SignedIn person, int most) {
    if (!person.hasAny(Roles.STRATEGIST, Roles.GOVERNOR, Roles.REVIEWER)) {
      return List.of();
    }
    var wanted = letters.toLowerCase(Locale.ROOT);
    return strategies.list().stream()
        .filter(strategy -> names(strategy).contains(wanted))
        .limit(most)
        .map(strategy ->
            new Found(
                strategy.name(Messages.locale()),
                tr("strategy.title"),
                StrategyNavigation.path(strategy.key())))
        .toList();
  }

  private static String names(Strategy strategy) {
    return (strategy.key() + "\n" + strategy.nameZh() + "\n" + strategy.nameEn())
        .toLowerCase(Locale.ROOT);
  }
}
