package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decision.LookupShape;
import org.rulewright.lookuptable.LookupRowPage;
import org.rulewright.lookuptable.LookupVersion;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.ui.shell.Formats;

/** The rows of a version, fetched while scrolling. */
final class LookupRowsPart extends Div {
  private final transient Formats formats = Formats.here();
  private final transient Lookups lookups;
  private final transient LookupVersion version;
  private final Grid<LookupRowPage.Row> grid = new Grid<>();
  private final Span count = new Span();

  LookupRowsPart(Lookups lookups, LookupVersion version) {
    this.lookups = lookups;
    this.version = version;
    addClassName("rw-table");
    setHeightFull();
    var definition = version.definition();
    grid.setAriaLabel(definition.name());
    grid.addThemeNames("no-border");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addColumn(row -> formats.number(row.number()))
        .setHeader("#")
        .setAutoWidth(true)
        .setFlexGrow(0)
        .setTextAlign(ColumnTextAlign.END);
    definition.keys().forEach(column -> addColumn(grid, column, tr("lookup.key.mark")));
    definition.values().forEach(column -> addColumn(grid, column, ""));
    if (definition.dated()) {
      addDay(grid, tr("lookup.from"), true);
      addDay(grid, tr("lookup.to"), false);
    }
    count.addClassName("rw-table-count");
    var key = new LookupKeyFields(definition, this::find, this::showAll);
    var bar = new Div(key, count);
    bar.addClassName("rw-table-toolbar");
    add(bar, grid);
    showAll();
  }

  private void showAll() {
    count.setText(tr("lookup.count", version.rows()));
    grid.setDataProvider(
        new CallbackDataProvider<LookupRowPage.Row, Void>(
            query -> lookups.rows(version, query.getOffset(), query.getLimit()).rows().stream(),
            query -> version.rows()));
  }

  private void find(List<@Nullable Object> key, OffsetDateTime asOf) {
    int row = lookups.table(version).rowOf(key, asOf);
    count.setText(tr(row < 0 ? "lookup.find.nothing" : "lookup.find.found"));
    grid.setItems(row < 0 ? List.of() : lookups.rows(version, row, 1).rows());
  }

  private void addColumn(Grid<LookupRowPage.Row> grid, LookupShape.Column column, String mark) {
    var shown =
        grid.addColumn(row -> text(row.values().get(column.name())))
            .setHeader(column.name() + mark)
            .setAutoWidth(true)
            .setResizable(true);
    if (column.type() == FactType.NUMBER) {
      shown.setTextAlign(ColumnTextAlign.END);
    }
  }

  private void addDay(Grid<LookupRowPage.Row> grid, String header, boolean first) {
    grid.addColumn(row -> text(first ? row.period().from() : row.period().to()))
        .setHeader(header)
        .setAutoWidth(true);
  }

  private String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> formats.number(number);
      case Boolean bool -> tr(bool ? "lookup.true" : "lookup.false");
      default -> value.toString();
    };
  }
}
