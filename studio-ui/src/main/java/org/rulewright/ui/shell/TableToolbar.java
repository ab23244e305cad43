package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

  TableToolbar(String name, DataTable<?> table) {
    this.table = table;
    addClassName("rw-table-toolbar");
    filters.addClassName("rw-table-filters");
    count.addClassName("rw-table-count");
    count.getElement().setAttribute("aria-live", "polite");
    prepareSearch();
    add(search, filters, count, columnMenu(), export(name));
  }

  String words() {
    return search.getValue().strip();
  }

  void addFilters(Component... components) {
    filters.add(components);
  }

  void showCount(@Nullable Integer rows) {
    count.setText(rows == null ? "" : tr("shell.table.count", rows));
  }

  void rememberInAddress() {
    getUI()
        .ifPresent(ui -> {
          var place = ui.getActiveViewLocation();
          var parameters = new HashMap<>(place.getQueryParameters().getParameters());
          put(parameters, WORDS, words());
          put(parameters, ORDER, table.order());
          put(parameters, COLUMNS, chosenColumns());
          ui.getPage()
              .getHistory()
              .replaceState(null, new Location(place.getPath(), new QueryParameters(parameters)));
        });
  }

  void recallFromAddress(UI ui) {
    var parameters = ui.getActiveViewLocation().getQueryParameters();
    parameters.getSingleParameter(WORDS).ifPresent(search::setValue);
    parameters.getSingleParameter(ORDER).ifPresent(table::order);
    parameters
        .getSingleParameter(COLUMNS)
        .ifPresent(keys -> chooseColumns(table, List.of(keys.split("\\."))));
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
      item.setChecked(listed.isShown(column));
      item.addClickListener(click -> {
        listed.show(column, item.isChecked());
        rememberInAddress();
      });
    }
  }

  private Anchor export(String name) {
    var button = new Button(VaadinIcon.DOWNLOAD_ALT.create());
    button.addThemeNames("tertiary", "icon");
    button.setAriaLabel(tr("shell.table.export"));
    button.setTooltipText(tr("shell.table.export"));
    var file = name + ".csv";
    DownloadHandler write =
        download -> {
          download.setFileName(file);
          download.setContentType("text/csv; charset=UTF-8");
          CsvExport.write(table, download.getOutputStream());
        };
    var link = new Anchor(write, "");
    link.add(button);
    link.getElement().setAttribute("download", true);
    return link;
  }

  private String chosenColumns() {
    return chosen(table);
  }

  private static <T> String chosen(DataTable<T> table) {
    var asDesigned =
        table.columns().stream().allMatch(column -> table.isShown(column) == column.shown());
    return asDesigned
        ? ""
        : table.columns().stream()
            .filter(table::isShown)
            .map(TableColumn::key)
            .collect(Collectors.joining("."));
  }

  private static <T> void chooseColumns(DataTable<T> table, List<String> keys) {
    table.columns().forEach(column -> table.show(column, keys.contains(column.key())));
  }

  private static void put(Map<String, List<String>> parameters, String name, String value) {
    if (value.isEmpty()) {
      parameters.remove(name);
    } else {
      parameters.put(name, List.of(value));
    }
  }
}
