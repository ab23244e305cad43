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
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list as every screen shows one: search, sort, choice of columns, export as CSV, and an address
 * that keeps all of that.
 */
public final class DataTable<T> extends Div {
  private static final int PAGE = 500;

  private final transient List<TableColumn<T>> columns;
  private final Grid<T> grid = new Grid<>();
  private final TableToolbar toolbar;
  private transient List<T> rows = List.of();
  private transient @Nullable RowSource<T> source;
  private transient Predicate<T> filter = row -> true;
  private transient Runnable exported = () -> {};

  /**
   * A table without rows yet.
   *
   * @param name what it lists, in the person's language; also the name of its exports
   */
  public DataTable(String name, List<TableColumn<T>> columns) {
    this.columns = List.copyOf(columns);
    addClassName("rw-table");
    grid.setAriaLabel(name);
    grid.addThemeVariants(GridVariant.NO_BORDER);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.setColumnReorderingAllowed(true);
    this.columns.forEach(this::addColumn);
    toolbar = new TableToolbar(name, this);
    grid.addSortListener(sorted -> {
      if (sorted.isFromClient()) {
        toolbar.rememberInAddress();
      }
    });
    add(toolbar, grid);
  }

  /** Lists these rows; all of them are in memory. */
  public void setRows(List<T> rows) {
    this.rows = List.copyOf(rows);
    source = null;
    refresh();
  }

  /** Lists the rows of a source, fetched while scrolling, in the source's own order. */
  public void setSource(RowSource<T> source) {
    this.source = source;
    grid.getColumns().forEach(column -> column.setSortable(false));
    refresh();
  }

  /** Shows only rows that pass, besides those the search field lets through. */
  public void setFilter(Predicate<T> filter) {
    this.filter = filter;
    refresh();
  }

  /** Opens a row by a click. */
  public void onOpen(Consumer<T> open) {
    grid.addClassName("rw-opens");
    grid.addItemClickListener(click -> open.accept(click.getItem()));
  }

  /** Adds buttons at the end of each row. */
  public void addActions(Function<T, Component> actions) {
    grid.addComponentColumn(actions::apply)
        .setAutoWidth(true)
        .setFlexGrow(0)
        .setFrozenToEnd(true)
        .setTextAlign(ColumnTextAlign.END);
  }

  /** Adds filters of the screen beside the search field. */
  public void addFilters(Component... filters) {
    toolbar.addFilters(filters);
  }

  /** Is told whenever somebody takes the rows away as a file. */
  public void onExport(Runnable exported) {
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
    if (fetch != null) {
      grid.setItems(query ->
          fetch.rows(toolbar.words(), query.getOffset(), query.getLimit()).stream().filter(filter));
      toolbar.showCount(null);
    } else {
      var shown = matching();
      grid.setItems(shown);
      toolbar.showCount(shown.size());
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
    if (column != null) {
      var direction = descending ? SortDirection.DESCENDING : SortDirection.ASCENDING;
      grid.sort(List.of(new GridSortOrder<>(column, direction)));
    }
  }

  /** All rows as they stand, in order, for an export. */
  Stream<T> everyRow() {
    exported.run();
    var fetch = source;
    if (fetch == null) {
      return inOrder(matching()).stream();
    }
    var words = toolbar.words();
    return Stream.iterate(0, offset -> offset + PAGE)
        .map(offset -> fetch.rows(words, offset, PAGE))
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream)
        .filter(filter);
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
