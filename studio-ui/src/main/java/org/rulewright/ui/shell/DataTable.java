package org.rulewright.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A list as every screen shows one: search, sort, choice of columns, export as CSV and as a
 * workbook, and an address that keeps all of that.
 */
public final class DataTable<T> extends Div {
  private final transient List<TableColumn<T>> columns;
  private final Grid<T> grid = new Grid<>();
  private final TableToolbar toolbar;
  private final String name;
  private boolean measured;
  private transient List<String> arranged;
  private transient List<T> rows = List.of();
  private transient @Nullable RowSource<T> source;
  private transient Predicate<T> filter = row -> true;
  private transient Consumer<Map<String, String>> exported = details -> {};

  /**
   * A table without rows yet.
   *
   * @param name what it lists, in the person's language; also the name of its exports
   */
  public DataTable(String name, List<TableColumn<T>> columns) {
    this.name = name;
    this.columns = List.copyOf(columns);
    addClassName("rw-table");
    grid.setAriaLabel(name);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setColumnReorderingAllowed(true);
    this.columns.forEach(this::addColumn);
    arranged = this.columns.stream().map(TableColumn::key).toList();
    toolbar = new TableToolbar(name, this);
    grid.addSortListener(sorted -> {
      if (sorted.isFromClient()) {
        toolbar.rememberInAddress();
      }
    });
    grid.addColumnReorderListener(moved -> {
      arranged = keys(moved.getColumns());
      toolbar.rememberInAddress();
    });
    add(toolbar, grid);
  }

  /**
   * Keeps what is chosen under names of its own in the address, for a screen with several tables.
   *
   * @param prefix letters only
   */
  public DataTable<T> inAddressAs(String prefix) {
    toolbar.prefix(prefix + ".");
    return this;
  }

  /** Lists these rows; all of them are in memory. */
  public void setRows(List<T> rows) {
    this.rows = List.copyOf(rows);
    source = null;
    refresh();
    measure();
  }

  /**
   * Makes the columns as wide as what is in them once the first rows are on the screen: badges and
   * buttons have no width yet when the grid itself looks.
   */
  private void measure() {
    if (!measured && !rows.isEmpty()) {
      measured = true;
      grid.getElement()
          .executeJs(
              "document.fonts.ready.then(() => requestAnimationFrame("
                  + "() => requestAnimationFrame(() => this.recalculateColumnWidths())))");
    }
  }

  /** Lists the rows of a source, fetched while scrolling, sorted and searched where they lie. */
  public void setSource(RowSource<T> source) {
    this.source = source;
    toolbar.allowSearch(source.searchable());
    for (TableColumn<T> definition : columns) {
      var column = grid.getColumnByKey(definition.key());
      column.setSortProperty(definition.key());
      column.setSortable(source.sortable().contains(definition.key()));
    }
    refresh();
  }

  /** Shows only rows that pass, of those in memory, besides those the search field lets through. */
  public void setFilter(Predicate<T> filter) {
    this.filter = filter;
    refresh();
  }

  /** Opens a row by a click. */
  public void onOpen(Consumer<T> open) {
    grid.addClassName("rw-opens");
    grid.addItemClickListener(click -> {
      // null where the rows were changed while the click was on its way
      @Nullable T row = click.getItem();
      if (row != null) {
        open.accept(row);
      }
    });
  }

  /** Adds buttons at the end of each row. */
  public void addActions(Function<T, Component> actions) {
    grid.addComponentColumn(actions::apply)
        .setAutoWidth(true)
        .setFlexGrow(0)
        .setFrozenToEnd(true)
        .setTextAlign(ColumnTextAlign.END);
  }

  /** Adds filters of the screen beside the search field; the address keeps what they say. */
  public void addFilters(TableFilter<?>... filters) {
    toolbar.addFilters(filters);
  }

  /**
   * Is told whenever somebody takes the rows away as a file, before the first row leaves.
   *
   * @param exported gets what the file holds: its format, its columns, the words and the order
   */
  public void onExport(Consumer<Map<String, String>> exported) {
    this.exported = exported;
  }

  /** Says what to do where there is nothing to list. */
  public void setEmptyState(Component empty) {
    grid.setEmptyStateComponent(empty);
  }

  /** The grid itself, for what only one screen needs. */
  public Grid<T> grid() {
    return grid;
  }

  /** Shows the rows anew, as the search field and the filter let them through. */
  public void refresh() {
    var fetch = source;
    if (fetch == null) {
      var shown = matching();
      grid.setItems(shown);
      toolbar.showCount(OptionalLong.of(shown.size()));
      return;
    }
    var total = fetch.total(asked());
    toolbar.showCount(total);
    if (total.isPresent()) {
      var count = (int) Math.min(total.getAsLong(), Integer.MAX_VALUE);
      grid.setItems(
          query -> fetch.rows(asked(), query.getOffset(), query.getLimit()).stream(),
          query -> count);
    } else {
      grid.setItems(query -> fetch.rows(asked(), query.getOffset(), query.getLimit()).stream());
    }
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    toolbar.recallFromAddress(attached.getUI());
  }

  List<TableColumn<T>> columns() {
    return columns;
  }

  boolean isShown(TableColumn<T> column) {
    return grid.getColumnByKey(column.key()).isVisible();
  }

  void show(TableColumn<T> column, boolean shown) {
    grid.getColumnByKey(column.key()).setVisible(shown);
  }

  /** The columns shown, from left to right. */
  List<TableColumn<T>> shownColumns() {
    return arranged.stream()
        .flatMap(key -> columns.stream().filter(column -> column.key().equals(key)))
        .filter(this::isShown)
        .toList();
  }

  /** Shows these columns, in this order, and no others. */
  void showColumns(List<String> keys) {
    columns.forEach(column -> show(column, keys.contains(column.key())));
    var ordered = new ArrayList<Grid.Column<T>>();
    keys.stream()
        .distinct()
        .map(grid::getColumnByKey)
        .filter(Objects::nonNull)
        .forEach(ordered::add);
    grid.getColumns().stream().filter(column -> !ordered.contains(column)).forEach(ordered::add);
    grid.setColumnOrder(ordered);
    arranged = keys(ordered);
  }

  /** The order in an address: the column's key, with a minus before it when descending. */
  String order() {
    return grid.getSortOrder().stream()
        .findFirst()
        .map(order ->
            (order.getDirection() == SortDirection.DESCENDING ? "-" : "")
                + order.getSorted().getKey())
        .orElse("");
  }

  void order(String order) {
    var descending = order.startsWith("-");
    var column = grid.getColumnByKey(descending ? order.substring(1) : order);
    if (column != null && column.isSortable()) {
      var direction = descending ? SortDirection.DESCENDING : SortDirection.ASCENDING;
      grid.sort(List.of(new GridSortOrder<>(column, direction)));
    }
  }

  /** The table as it stands, for a file. */
  TableExtract<T> extract() {
    return new TableExtract<>(name, shownColumns(), Formats.here().zone(), everyRow());
  }

  /** Tells whoever wants to know that the rows leave as a file. */
  void tellExported(TableFile file) {
    var details = new LinkedHashMap<String, String>();
    details.put("format", file.ending());
    details.put(
        "columns", String.join(", ", shownColumns().stream().map(TableColumn::key).toList()));
    if (!toolbar.words().isEmpty()) {
      details.put("words", toolbar.words());
    }
    if (!order().isEmpty()) {
      details.put("order", order());
    }
    exported.accept(details);
  }

  private Consumer<Consumer<T>> everyRow() {
    var fetch = source;
    if (fetch == null) {
      var every = inOrder(matching());
      return every::forEach;
    }
    var asked = asked();
    return sink -> fetch.each(asked, sink);
  }

  private RowRequest asked() {
    var order = order();
    var descending = order.startsWith("-");
    return new RowRequest(toolbar.words(), descending ? order.substring(1) : order, descending);
  }

  private static <T> List<String> keys(List<Grid.Column<T>> columns) {
    return columns.stream().map(Grid.Column::getKey).filter(Objects::nonNull).toList();
  }

  private List<T> inOrder(List<T> some) {
    var sorted = new ArrayList<>(some);
    for (GridSortOrder<T> order : grid.getSortOrder()) {
      sorted.sort(order.getSorted().getComparator(order.getDirection()));
    }
    return sorted;
  }

  private List<T> matching() {
    var words = toolbar.words().toLowerCase(Locale.ROOT);
    return rows.stream().filter(filter).filter(row -> contains(row, words)).toList();
  }

  private boolean contains(T row, String words) {
    return words.isEmpty()
        || columns.stream()
            .anyMatch(column -> column.text().apply(row).toLowerCase(Locale.ROOT).contains(words));
  }

  private void addColumn(TableColumn<T> definition) {
    var look = definition.component();
    var column =
        look == null
            ? grid.addColumn(row -> definition.text().apply(row))
            : grid.addColumn(new ComponentRenderer<>(look::apply));
    column.setKey(definition.key()).setHeader(definition.heading());
    column.setResizable(true).setVisible(definition.shown());
    if (definition.wide()) {
      column.setWidth("16rem").setFlexGrow(1).setTooltipGenerator(definition.text()::apply);
    } else {
      column.setAutoWidth(true);
    }
    var order = definition.order();
    if (order != null) {
      column.setComparator(order::compare).setSortable(true);
    }
    if (definition.number()) {
      column.setTextAlign(ColumnTextAlign.END).setPartNameGenerator(row -> "number");
    }
  }
}
