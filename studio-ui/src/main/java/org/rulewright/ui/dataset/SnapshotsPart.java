package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.time.Instant;
import java.util.List;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.Snapshot;
import org.rulewright.feature.DerivedFeatures;
import org.rulewright.feature.Lineage;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.TableColumn;

/** Every state the data set was in: what it was made of, what was refused. */
final class SnapshotsPart extends Div {
  private static final int DIGEST_SHOWN = 12;

  private final transient Datasets datasets;
  private final transient DerivedFeatures derived;

  SnapshotsPart(Datasets datasets, DerivedFeatures derived, Dataset dataset) {
    this.datasets = datasets;
    this.derived = derived;
    var table = new DataTable<>(tr("dataset.snapshots"), columns()).inAddressAs("snapshots");
    table.grid().setAllRowsVisible(true);
    table.addActions(this::actions);
    table.setRows(datasets.snapshots(dataset.id()));
    add(table);
  }

  private static List<TableColumn<Snapshot>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.<Snapshot, Integer>value(
                "number", tr("dataset.number"), Snapshot::number, it -> formats.number(it.number()))
            .asNumber(),
        TableColumn.text("source", tr("dataset.source"), Snapshot::sourceName),
        TableColumn.<Snapshot, Long>value(
                "rows", tr("dataset.rows"), Snapshot::rows, it -> formats.number(it.rows()))
            .asNumber(),
        TableColumn.<Snapshot, Long>value(
                "refused",
                tr("dataset.refusedRows"),
                Snapshot::refusedRows,
                it -> formats.number(it.refusedRows()))
            .asNumber(),
        TableColumn.<Snapshot, Instant>value(
            "at", tr("dataset.madeAt"), Snapshot::madeAt, it -> formats.dateTime(it.madeAt())),
        TableColumn.text("by", tr("dataset.by"), Snapshot::madeByName),
        TableColumn.text(
            "digest", tr("dataset.digest"), it -> it.digest().substring(0, DIGEST_SHOWN)));
  }

  private Component actions(Snapshot snapshot) {
    var actions = new Div();
    var report = snapshot.report();
    if (report != null) {
      DownloadHandler write =
          download -> {
            download.setFileName("refused-rows-" + snapshot.number() + ".csv");
            download.setContentType("text/csv; charset=UTF-8");
            try (var content = datasets.report(report)) {
              content.transferTo(download.getOutputStream());
            }
          };
      var link = new Anchor(write, tr("dataset.report"));
      link.getElement().setAttribute("download", true);
      actions.add(link);
    }
    derived
        .lineage(snapshot.dataset(), snapshot.number())
        .ifPresent(lineage -> {
          var open = new Button(tr("dataset.lineage"), click -> show(lineage));
          open.addThemeNames("tertiary");
          actions.add(open);
        });
    return actions;
  }

  private void show(Lineage lineage) {
    var dialog = new Dialog(tr("dataset.lineage"));
    dialog.setWidth("48rem");
    lineage
        .sources()
        .forEach(source ->
            dialog.add(
                new Paragraph(
                    new Span(
                        tr(
                            "dataset.lineage.source",
                            datasets.get(source.dataset()).name(),
                            source.snapshot(),
                            String.join(", ", source.columns()))))));
    var sql = new Pre(lineage.sql());
    sql.addClassName("rw-mono");
    sql.getStyle().set("white-space", "pre-wrap");
    dialog.add(sql);
    dialog.open();
  }
}
