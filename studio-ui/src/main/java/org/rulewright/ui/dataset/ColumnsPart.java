package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
                        "type", tr("dataset.type"), column -> trOf("dataset.type", column.type()))))
            .inAddressAs("columns");
    table.grid().setAllRowsVisible(true);
    table.setRows(dataset.columns());
    table.onOpen(column -> show(rows.statistics(dataset.id(), column.name())));
    var help = new Paragraph(tr("dataset.columns.help"));
    help.addClassName("rw-muted");
    addClassName("rw-stack");
    add(help, table);
  }

  private static void show(ColumnStatistics known) {
    var formats = Formats.here();
    var dialog = new Dialog(known.column().name());
    dialog.setWidth("30rem");
    dialog.setCloseOnOutsideClick(true);
    var facts = new DescriptionList();
    facts.addClassName("rw-facts");
    line(facts, "dataset.rows", formats.number(known.rows()));
    line(facts, "dataset.statistics.missing", formats.number(known.missing()));
    line(facts, "dataset.statistics.distinct", formats.number(known.distinct()));
    line(facts, "dataset.statistics.minimum", known.minimum());
    line(facts, "dataset.statistics.maximum", known.maximum());
    if (known.mean() != null) {
      line(facts, "dataset.statistics.mean", formats.number(known.mean(), 2));
    }
    if (!known.quantiles().isEmpty()) {
      line(
          facts,
          "dataset.statistics.quantiles",
          known.quantiles().stream()
              .map(each -> formats.number(each, 2))
              .collect(Collectors.joining(" · ")));
    }
    known
        .frequent()
        .forEach(each ->
            facts.add(
                new DescriptionList.Term(each.value()),
                new DescriptionList.Description(new Span(formats.number(each.rows())))));
    dialog.add(facts);
    dialog.open();
  }

  private static void line(DescriptionList facts, String key, @Nullable String value) {
    if (value != null) {
      facts.add(
          new DescriptionList.Term(tr(key)), new DescriptionList.Description(new Span(value)));
    }
  }
}
