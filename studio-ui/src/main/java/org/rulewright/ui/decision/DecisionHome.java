package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionLog;
import org.rulewright.ui.shell.Finder;
import org.rulewright.ui.shell.HomeStep;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.stereotype.Component;

/** Brings a reviewer to decisions, from the home page and by an id in the quick search. */
@Component
class DecisionHome implements HomeStep, Finder {
  private final DecisionLog log;

  DecisionHome(DecisionLog log) {
    this.log = log;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.REVIEWER);
  }

  @Override
  public Optional<Step> next(SignedIn person) {
    return Optional.of(
        new Step(
            VaadinIcon.SEARCH_PLUS,
            tr("decision.home"),
            tr("decision.home.text"),
            DecisionsScreen.class));
  }

  @Override
  public List<Found> find(String letters, SignedIn person, int most) {
    if (!person.hasAny(Roles.REVIEWER)) {
      return List.of();
    }
    // Only whether it is there: looking at it is what leaves a trace.
    return DecisionId.parse(letters.strip())
        .filter(id -> log.find(id).isPresent())
        .map(id -> new Found(id.toString(), tr("decision.one"), DecisionNavigation.path(id)))
        .stream()
        .toList();
  }
}
