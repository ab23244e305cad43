package org.rulewright.ui.release;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.release.ReleaseEvent;
import org.rulewright.release.Releases;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.HomeFigure;
import org.rulewright.ui.shell.HomeStep;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.version.Versions;
import org.springframework.stereotype.Component;

/** What runs in production, and whether a newer version waits for a governor. */
@Component
class ReleaseHome implements HomeFigure, HomeStep {
  private static final String PRODUCTION = "production";

  private final Strategies strategies;
  private final Versions versions;
  private final Releases releases;

  ReleaseHome(Strategies strategies, Versions versions, Releases releases) {
    this.strategies = strategies;
    this.versions = versions;
    this.releases = releases;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.GOVERNOR, Roles.STRATEGIST, Roles.REVIEWER);
  }

  @Override
  public Optional<Reading> read(SignedIn person) {
    return Optional.of(
        new Reading(
            tr("release.home.running"),
            Formats.here().number(running().size()),
            tr("release.home.running.hint"),
            ReleasesScreen.class));
  }

  @Override
  public Optional<Step> next(SignedIn person) {
    if (!person.hasAny(Roles.GOVERNOR)) {
      return Optional.empty();
    }
    var running = running();
    long waiting =
        strategies.list().stream()
            .filter(strategy -> !strategy.archived())
            .filter(strategy -> isNewer(strategy.key(), running))
            .count();
    return waiting == 0
        ? Optional.empty()
        : Optional.of(
            new Step(
                VaadinIcon.ROCKET,
                tr("release.home.waiting", waiting),
                tr("release.home.waiting.text"),
                ReleasesScreen.class));
  }

  private boolean isNewer(StrategyKey strategy, Map<StrategyKey, Integer> running) {
    var newest = versions.list(strategy).stream().findFirst();
    return newest.isPresent() && newest.get().number() > running.getOrDefault(strategy, 0);
  }

  private Map<StrategyKey, Integer> running() {
    return releases.at(PRODUCTION, Instant.now()).stream()
        .collect(Collectors.toMap(ReleaseEvent::strategy, ReleaseEvent::versionNumber));
  }
}
