package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.rulewright.lookuptable.Lookup;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.TableColumn;

/** All look-up tables, with the way to bring in more. */
@Route(value = "lookups", layout = Shell.class)
@Destination(area = Area.DESIGN, title = "lookup.title", icon = VaadinIcon.TABLE, order = 25)
@RolesAllowed({Roles.STRATEGIST, Roles.OPERATOR})
class LookupsScreen extends Screen implements AfterNavigationObserver {
  private final transient Lookups lookups;
  private final DataTable<Lookup> table;

  LookupsScreen(Lookups lookups) {
    super(tr("lookup.title"));
    this.lookups = lookups;
    header().setLead(tr("lookup.lead"));
    fillHeight();
    header().setActions(importButton());
    table = new DataTable<>(tr("lookup.title"), columns());
    table.onOpen(lookup -> LookupNavigation.open(lookup.key()));
    table.setEmptyState(
        new EmptyState(
            VaadinIcon.BOOK, tr("lookup.empty"), tr("lookup.empty.next"), importButton()));
    add(table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    table.setRows(lookups.list());
  }

  private static Button importButton() {
    var button =
        new Button(
            tr("lookup.import"),
            VaadinIcon.UPLOAD_ALT.create(),
            click -> LookupNavigation.openImport());
    button.addThemeNames("primary");
    return button;
  }

  private static List<TableColumn<Lookup>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.text("name", tr("lookup.name"), Lookup::name),
        TableColumn.text("call", tr("lookup.call"), it -> LookupWords.call(it.current())),
        TableColumn.<Lookup, Integer>value(
                "rows",
                tr("lookup.rows"),
                it -> it.current().rows(),
                it -> formats.number(it.current().rows()))
            .asNumber(),
        TableColumn.<Lookup, Integer>value(
                "version",
                tr("lookup.version"),
                it -> it.current().number(),
                it -> formats.number(it.current().number()))
            .asNumber(),
        TableColumn.<Lookup, Instant>value(
            "at",
            tr("lookup.madeAt"),
            it -> it.current().madeAt(),
            it -> formats.dateTime(it.current().madeAt())),
        TableColumn.text("by", tr("lookup.by"), it -> it.current().madeByName()));
  }
}
