package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.ui.shell.Finder;
import org.rulewright.ui.shell.HomeStep;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.stereotype.Component;

/** Brings people to data sets, from the home page and the quick search. */
@Component
class DatasetHome implements HomeStep, Finder {
  private final Datasets datasets;

  DatasetHome(Datasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.STRATEGIST, Roles.OPERATOR);
  }

  @Override
  public Optional<Step> next(SignedIn person) {
    return Optional.of(
        new Step(
            VaadinIcon.UPLOAD_ALT,
            tr("dataset.import"),
            tr("dataset.import.lead"),
            ImportScreen.class));
  }

  @Override
  public List<Found> find(String letters, SignedIn person, int most) {
    if (!person.hasAny(Roles.STRATEGIST, Roles.OPERATOR)) {
      return List.of();
    }
    var wanted = letters.strip().toLowerCase(Locale.ROOT);
    return datasets.list(false).stream()
        .filter(each -> names(each).contains(wanted))
        .limit(most)
        .map(each -> new Found(each.name(), tr("dataset.one"), DatasetNavigation.path(each.key())))
        .toList();
  }

  private static String names(Dataset dataset) {
    return (dataset.name() + " " + dataset.key()).toLowerCase(Locale.ROOT);
  }
}
