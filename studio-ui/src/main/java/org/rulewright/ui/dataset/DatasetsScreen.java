package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.Snapshot;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.TableColumn;

/** All data sets, with the ways to bring in more. */
@Route(value = "datasets", layout = Shell.class)
@Destination(area = Area.DESIGN, title = "dataset.title", icon = VaadinIcon.DATABASE, order = 20)
@RolesAllowed({Roles.STRATEGIST, Roles.OPERATOR})
class DatasetsScreen extends Screen implements AfterNavigationObserver {
  private final transient Datasets datasets;
  private final DataTable<Dataset> table;

  DatasetsScreen(Datasets datasets) {
    super(tr("dataset.title"));
    this.datasets = datasets;
    header().setLead(tr("dataset.lead"));
    fillHeight();
    header().setActions(deriveButton(), importButton());
    table = new DataTable<>(tr("dataset.title"), columns());
    table.onOpen(dataset -> DatasetNavigation.open(dataset.key()));
    table.setEmptyState(
        new EmptyState(
            VaadinIcon.DATABASE, tr("dataset.empty"), tr("dataset.empty.next"), importButton()));
    add(table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    table.setRows(datasets.list(false));
  }

  private static Button importButton() {
    var button =
        new Button(
            tr("dataset.import"),
            VaadinIcon.UPLOAD_ALT.create(),
            click -> DatasetNavigation.openImport());
    button.addThemeNames("primary");
    return button;
  }

  private static Button deriveButton() {
    return new Button(
        tr("dataset.derive"),
        VaadinIcon.FUNCTION.create(),
        click -> DatasetNavigation.openDerivation());
  }

  private static List<TableColumn<Dataset>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.text("name", tr("dataset.name"), Dataset::name),
        TableColumn.text("key", tr("dataset.key"), Dataset::key),
        TableColumn.text("kind", tr("dataset.kind"), it -> trOf("dataset.kind", it.kind())),
        TableColumn.<Dataset, Long>value(
                "rows",
                tr("dataset.rows"),
                it -> rows(it.current()),
                it -> formats.number(rows(it.current())))
            .asNumber(),
        TableColumn.<Dataset, Integer>value(
                "columns",
                tr("dataset.columns"),
                it -> it.columns().size(),
                it -> formats.number(it.columns().size()))
            .asNumber(),
        TableColumn.text(
            "outcome",
            tr("dataset.outcome"),
            it -> it.outcome() == null ? "" : it.outcome().column()),
        TableColumn.<Dataset, Instant>value(
            "at", tr("dataset.madeAt"), it -> madeAt(it), it -> formats.dateTime(madeAt(it))),
        TableColumn.text("by", tr("dataset.by"), Dataset::createdByName));
  }

  private static @Nullable Long rows(@Nullable Snapshot snapshot) {
    return snapshot == null ? null : snapshot.rows();
  }

  private static Instant madeAt(Dataset dataset) {
    var current = dataset.current();
    return current == null ? dataset.createdAt() : current.madeAt();
  }
}
