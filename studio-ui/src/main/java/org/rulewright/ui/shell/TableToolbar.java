package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;

/** The line above a table: search, filters, how many, which columns, export. */
class TableToolbar extends Div {
  private static final String WORDS = "q";
  private static final String ORDER = "sort";
  private static final String COLUMNS = "columns";
  private static final int PAUSE_MS = 300;

  private final DataTable<?> table;
  private final TextField search = new TextField();
  private final Div filters = new Div();
  private final Span count = new Span();
  private final MenuBar columnMenu = new MenuBar();
  private final transient List<TableFilter<?>> kept = new ArrayList<>();
  private final transient List<Runnable> checks = new ArrayList<>();
  private String prefix = "";

  TableToolbar(String name, DataTable<?> table) {
    this.table = table;
    addClassName("rw-table-toolbar");
    filters.addClassName("rw-table-filters");
    count.addClassName("rw-table-count");
    count.getElement().setAttribute("aria-live", "polite");
    prepareSearch();
    add(search, filters, count, columnMenu(), new TableExportMenu(name, table));
  }

  void prefix(String wanted) {
    prefix = wanted;
  }

  String words() {
    return search.getValue().strip();
  }

  void allowSearch(boolean allowed) {
    search.setVisible(allowed);
  }

  void addFilters(TableFilter<?>... added) {
    for (TableFilter<?> filter : added) {
      kept.add(filter);
      filters.add(filter.field());
      filter
          .value()
          .addValueChangeListener(change -> {
            if (change.isFromClient()) {
              rememberInAddress();
            }
          });
    }
  }

  void showCount(OptionalLong rows) {
    count.setText(rows.isPresent() ? tr("shell.table.count", rows.getAsLong()) : "");
  }

  void rememberInAddress() {
    var chosen = new LinkedHashMap<String, String>();
    chosen.put(prefix + WORDS, words());
    chosen.put(prefix + ORDER, table.order());
    chosen.put(prefix + COLUMNS, chosenColumns());
    kept.forEach(filter -> chosen.put(prefix + filter.key(), filter.inAddress()));
    getUI().map(Address::of).ifPresent(address -> address.put(chosen));
  }

  void recallFromAddress(UI ui) {
    var address = Address.of(ui);
    kept.forEach(filter -> address.get(prefix + filter.key()).ifPresent(filter::recall));
    address.get(prefix + WORDS).ifPresent(search::setValue);
    address.get(prefix + ORDER).ifPresent(table::order);
    address.get(prefix + COLUMNS).ifPresent(keys -> table.showColumns(List.of(keys.split("\\."))));
    checks.forEach(Runnable::run);
  }

  private void prepareSearch() {
    search.setPlaceholder(tr("shell.table.search"));
    search.setAriaLabel(tr("shell.table.search"));
    search.setPrefixComponent(VaadinIcon.SEARCH.create());
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.setValueChangeTimeout(PAUSE_MS);
    search.addValueChangeListener(change -> {
      table.refresh();
      if (change.isFromClient()) {
        rememberInAddress();
      }
    });
  }

  private Component columnMenu() {
    columnMenu.addThemeNames("tertiary", "icon");
    var icon = VaadinIcon.GRID_H.create();
    var root = columnMenu.addItem(icon, tr("shell.table.columns"));
    root.getElement().setAttribute("aria-label", tr("shell.table.columns"));
    fill(root.getSubMenu(), table);
    return columnMenu;
  }

  private <T> void fill(SubMenu menu, DataTable<T> listed) {
    for (TableColumn<T> column : listed.columns()) {
      var item = menu.addItem(column.heading());
      item.setCheckable(true);
      item.setKeepOpen(true);
      checks.add(() -> item.setChecked(listed.isShown(column)));
      item.addClickListener(click -> {
        listed.show(column, item.isChecked());
        rememberInAddress();
      });
    }
  }

  private String chosenColumns() {
    return chosen(table);
  }

  private static <T> String chosen(DataTable<T> table) {
    var designed = table.columns().stream().filter(TableColumn::shown).toList();
    var chosen = table.shownColumns();
    return chosen.equals(designed)
        ? ""
        : String.join(".", chosen.stream().map(TableColumn::key).toList());
  }
}
