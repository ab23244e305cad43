package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.ColumnStatistics;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.TableColumn;

/** The columns with their types; a click tells what is known of one over all rows. */
final class ColumnsPart extends Div {

  ColumnsPart(Dataset dataset, DatasetRows rows) {
    var table =
        new DataTable<Column>(
            tr("dataset.columns"),
            List.of(
                TableColumn.text("name", tr("dataset.column"), Column::name),
                TableColumn.text(
                    "type", tr("dataset.type"), column -> trOf("dataset.type", column.type()))));
    table.grid().setAllRowsVisible(true);
    table.setRows(dataset.columns());
    table.onOpen(column -> show(rows.statistics(dataset.id(), column.name())));
    add(new Paragraph(tr("dataset.columns.help")), table);
  }

  private static void show(ColumnStatistics known) {
    var formats = Formats.here();
    var dialog = new Dialog(known.column().name());
    dialog.setWidth("30rem");
    dialog.setCloseOnOutsideClick(true);
    line(dialog, "dataset.rows", formats.number(known.rows()));
    line(dialog, "dataset.statistics.missing", formats.number(known.missing()));
    line(dialog, "dataset.statistics.distinct", formats.number(known.distinct()));
    line(dialog, "dataset.statistics.minimum", known.minimum());
    line(dialog, "dataset.statistics.maximum", known.maximum());
    if (known.mean() != null) {
      line(dialog, "dataset.statistics.mean", formats.number(known.mean(), 2));
    }
    if (!known.quantiles().isEmpty()) {
      line(
          dialog,
          "dataset.statistics.quantiles",
          known.quantiles().stream()
              .map(each -> formats.number(each, 2))
              .collect(Collectors.joining(" · ")));
    }
    known
        .frequent()
        .forEach(
            each -> dialog.add(new Paragraph(each.value() + " – " + formats.number(each.rows()))));
    dialog.open();
  }

  private static void line(Dialog dialog, String key, @Nullable String value) {
    if (value != null) {
      dialog.add(new Paragraph(tr(key) + " " + value));
    }
  }
}
