package org.rulewright.ui.audit;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditEntry;
import org.rulewright.audit.AuditOrder;
import org.rulewright.audit.AuditQuery;
import org.rulewright.audit.AuditTrail;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.CursorRows;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.RowRequest;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.TableColumn;

/** The audit trail, the newest entry first. */
@Route(value = "audit", layout = Shell.class)
@RolesAllowed({Roles.REVIEWER, Roles.ADMINISTRATOR})
@Destination(
    area = Area.ADMINISTRATION,
    title = "audit.title",
    icon = VaadinIcon.CLIPBOARD_CHECK,
    order = 30)
class AuditView extends Screen implements AfterNavigationObserver {
  private static final Map<String, AuditOrder.Column> SORTED_BY =
      Map.of(
          "position", AuditOrder.Column.POSITION,
          "at", AuditOrder.Column.POSITION,
          "who", AuditOrder.Column.ACTOR,
          "action", AuditOrder.Column.ACTION,
          "thing", AuditOrder.Column.THING,
          "thingId", AuditOrder.Column.THING_ID);

  private final transient AuditTrail trail;
  private final AuditFilters filters = new AuditFilters(this::search);
  private final DataTable<AuditEntry> table =
      new DataTable<>(tr("audit.title"), columns(Formats.here()));
  private final ChainCheck check;

  AuditView(AuditTrail trail) {
    super(tr("audit.title"));
    this.trail = trail;
    check = new ChainCheck(trail);
    header().setLead(tr("audit.lead"));
    header()
        .setActions(
            new Button(tr("audit.verify"), VaadinIcon.CHECK_CIRCLE_O.create(), c -> check.run()));
    fillHeight();
    table.addFilters(filters.fields());
    table.onOpen(entry -> new EntryDialog(entry).open());
    table.onExport(this::enterExport);
    table.setEmptyState(
        new EmptyState(
            VaadinIcon.CLIPBOARD_CHECK, tr("audit.empty.title"), tr("audit.empty.text")));
    add(check, table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    search();
  }

  private void search() {
    var query = filters.query();
    table.setSource(
        new CursorRows<AuditEntry, Long>(
            (asked, cursor) -> page(query, asked, cursor), SORTED_BY.keySet(), true));
  }

  private CursorRows.Page<AuditEntry, Long> page(
      AuditQuery query, RowRequest asked, @Nullable Long cursor) {
    var page = trail.search(query.with(asked.words()).goingOn(cursor), order(asked));
    return new CursorRows.Page<>(page.entries(), page.next());
  }

  private static AuditOrder order(RowRequest asked) {
    var column = SORTED_BY.get(asked.sortedBy());
    return column == null ? AuditOrder.NEWEST_FIRST : new AuditOrder(column, asked.descending());
  }

  private void enterExport(Map<String, String> file) {
    trail.append(SignedIn.here().actor(), AuditAction.RECORDS_EXPORTED, "audit", "trail", file);
  }

  private static List<TableColumn<AuditEntry>> columns(Formats formats) {
    return List.of(
        TableColumn.<AuditEntry, Long>value(
                "position",
                tr("audit.position"),
                AuditEntry::position,
                e -> formats.number(e.position()))
            .asNumber(),
        TableColumn.<AuditEntry, Instant>value(
            "at", tr("audit.at"), AuditEntry::recordedAt, e -> formats.exactTime(e.recordedAt())),
        TableColumn.text("who", tr("audit.who"), e -> e.actor().name()),
        TableColumn.text("action", tr("audit.action"), e -> trOf("audit.action", e.action())),
        TableColumn.text("thing", tr("audit.thing"), e -> AuditWords.thing(e.thing())),
        TableColumn.<AuditEntry>text("thingId", tr("audit.thingId"), AuditEntry::thingId).hidden(),
        TableColumn.<AuditEntry>text("details", tr("audit.details"), AuditView::details).asWide());
  }

  private static String details(AuditEntry entry) {
    return entry.details().entrySet().stream()
        .map(detail ->
            tr(
                "audit.detailOf",
                AuditWords.detail(detail.getKey()),
                AuditWords.value(detail.getValue())))
        .collect(Collectors.joining(tr("audit.detailSeparator")));
  }
}
