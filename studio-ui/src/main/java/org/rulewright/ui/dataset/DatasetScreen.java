package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.stream.Collectors;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.Datasets;
import org.rulewright.feature.DerivedFeatures;
import org.rulewright.feature.Features;
import org.rulewright.ui.shell.Confirmation;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** One data set: its rows, columns, snapshots and outcome. */
@Route(value = "datasets/:" + DatasetNavigation.KEY, layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.OPERATOR})
class DatasetScreen extends Screen implements BeforeEnterObserver {
  private final transient Datasets datasets;
  private final transient DatasetRows rows;
  private final transient DerivedFeatures derived;
  private final transient Features features;

  DatasetScreen(Datasets datasets, DatasetRows rows, DerivedFeatures derived, Features features) {
    super(tr("dataset.one"));
    this.datasets = datasets;
    this.rows = rows;
    this.derived = derived;
    this.features = features;
    fillHeight();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(
        event
            .getRouteParameters()
            .get(DatasetNavigation.KEY)
            .flatMap(datasets::find)
            .orElseThrow(NotFoundException::new));
  }

  private void show(Dataset dataset) {
    clear();
    rename(dataset.name(), Crumb.to(DatasetsScreen.class, tr("dataset.title")));
    header().setLead(dataset.description());
    header().setBadges(new StatusBadge(trOf("dataset.kind", dataset.kind()), Tone.NEUTRAL));
    var archive =
        new Button(tr("dataset.archive"), VaadinIcon.ARCHIVE.create(), click -> archive(dataset));
    header().setActions(archive);
    var current = dataset.current();
    if (current == null) {
      add(
          new EmptyState(
              VaadinIcon.DATABASE, tr("dataset.noSnapshot"), tr("dataset.noSnapshot.next")));
      return;
    }
    var tabs = new TabSheet();
    tabs.addClassName("rw-tabs");
    tabs.addThemeNames("no-border", "no-padding");
    tabs.add(tr("dataset.rows"), new RowsPart(dataset, current, rows, labels()));
    tabs.add(tr("dataset.columns"), new ColumnsPart(dataset, rows));
    tabs.add(tr("dataset.outcome"), new OutcomePart(datasets, dataset, this::show));
    tabs.add(tr("dataset.snapshots"), new SnapshotsPart(datasets, derived, dataset));
    add(tabs);
  }

  private Map<String, String> labels() {
    return features.list().stream()
        .collect(
            Collectors.toMap(each -> each.name().text(), each -> each.label(Messages.locale())));
  }

  private void archive(Dataset dataset) {
    Confirmation.ask(
        tr("dataset.archive.ask", dataset.name()),
        tr("dataset.archive.consequence"),
        tr("dataset.archive"),
        () -> {
          datasets.archive(dataset.id(), SignedIn.here().actor());
          getUI().ifPresent(ui -> ui.navigate(DatasetsScreen.class));
        });
  }
}
