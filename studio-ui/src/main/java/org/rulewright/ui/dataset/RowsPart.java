package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.snapshot.Row;
import org.rulewright.dataset.snapshot.RowQuery;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.SignedIn;

/** The rows of the newest snapshot, fetched while scrolling, sorted where they lie. */
final class RowsPart extends Div {
  private final transient Formats formats = Formats.here();

  RowsPart(Dataset dataset, DatasetRows rows) {
    addClassName("rw-table");
    setHeightFull();
    var grid = new Grid<Row>();
    grid.setAriaLabel(dataset.name());
    grid.addThemeNames("no-border");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setColumnReorderingAllowed(true);
    var columns = dataset.columns();
    for (int i = 0; i < columns.size(); i++) {
      addColumn(grid, columns.get(i), i);
    }
    grid.setDataProvider(
        new CallbackDataProvider<Row, Void>(
            query -> rows.page(dataset.id(), of(query)).rows().stream(),
            query -> (int) rows.page(dataset.id(), RowQuery.page(0, 0)).total()));
    add(toolbar(dataset, rows), grid);
  }

  private void addColumn(Grid<Row> grid, Column column, int index) {
    var shown =
        grid.addColumn(row -> text(row.values().get(index)))
            .setHeader(column.name())
            .setAutoWidth(true)
            .setResizable(true)
            .setSortProperty(column.name());
    if (column.type() == ColumnType.NUMBER) {
      shown.setTextAlign(ColumnTextAlign.END);
    }
  }

  private Div toolbar(Dataset dataset, DatasetRows rows) {
    DownloadHandler write =
        download -> {
          download.setFileName(dataset.key() + ".csv");
          download.setContentType("text/csv; charset=UTF-8");
          rows.exportCsv(
              dataset.id(), List.of(), download.getOutputStream(), SignedIn.here().actor());
        };
    var link = new Anchor(write, "");
    link.getElement().setAttribute("download", true);
    link.add(new Button(tr("dataset.export"), VaadinIcon.DOWNLOAD_ALT.create()));
    var current = dataset.current();
    var count = new Span(tr("dataset.count", current == null ? 0 : current.rows()));
    count.addClassName("rw-table-count");
    count.getStyle().set("flex", "1");
    var bar = new Div(count, link);
    bar.addClassName("rw-table-toolbar");
    return bar;
  }

  private static RowQuery of(Query<Row, Void> query) {
    var page = RowQuery.page(query.getOffset(), query.getLimit());
    return query.getSortOrders().stream()
        .findFirst()
        .map((QuerySortOrder order) ->
            page.sorted(order.getSorted(), order.getDirection() == SortDirection.DESCENDING))
        .orElse(page);
  }

  private String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> formats.number(number);
      case Boolean bool -> tr(bool ? "dataset.true" : "dataset.false");
      default -> value.toString();
    };
  }
}
