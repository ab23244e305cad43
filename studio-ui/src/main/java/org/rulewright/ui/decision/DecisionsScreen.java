package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.Strategy;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionLog;
import org.rulewright.decisionlog.DecisionQuery;
import org.rulewright.decisionlog.DecisionSummary;
import org.rulewright.environment.Environment;
import org.rulewright.environment.Environments;
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

/** Finds decisions by id, subject, time, verdict, reason, release; newest first unless sorted. */
@Route(value = "decisions", layout = Shell.class)
@Destination(
    area = Area.OPERATION,
    title = "decision.title",
    icon = VaadinIcon.SEARCH_PLUS,
    order = 20)
@RolesAllowed(Roles.REVIEWER)
class DecisionsScreen extends Screen implements AfterNavigationObserver {
  private static final int PAGE = 200;

  private final transient DecisionLog log;
  private final transient AuditTrail audit;
  private final DecisionFilter filter;
  private final DataTable<DecisionSummary> table;

  DecisionsScreen(
      DecisionLog log, Strategies strategies, Environments environments, AuditTrail audit) {
    super(tr("decision.title"));
    this.log = log;
    this.audit = audit;
    header().setLead(tr("decision.lead"));
    fillHeight();
    var known = strategies.list();
    var places = environments.list();
    filter = new DecisionFilter(known, places, this::search);
    table =
        new DataTable<>(
            tr("decision.title"), DecisionColumns.of(Formats.here(), names(known), labels(places)));
    table.onOpen(decision -> DecisionNavigation.open(decision.id()));
    table.onExport(this::enterExport);
    table.setEmptyState(
        new EmptyState(VaadinIcon.SEARCH, tr("decision.nothing"), tr("decision.nothing.next")));
    add(filter, table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    filter.recall(event.getLocation().getQueryParameters());
    search();
  }

  private void search() {
    var id = filter.id();
    if (id.isPresent()) {
      DecisionNavigation.open(id.get());
      return;
    }
    var query = filter.query();
    table.setSource(
        new CursorRows<DecisionSummary, DecisionId>(
            (asked, cursor) -> page(query, asked, cursor), DecisionColumns.sortable(), false));
  }

  private CursorRows.Page<DecisionSummary, DecisionId> page(
      DecisionQuery query, RowRequest asked, @Nullable DecisionId cursor) {
    var page = log.search(query, DecisionColumns.order(asked), cursor, PAGE);
    return new CursorRows.Page<>(page.decisions(), page.nextCursor());
  }

  /** What was looked for is entered too, but for the subject: the trail names no subjects. */
  private void enterExport(Map<String, String> file) {
    var details = new HashMap<>(file);
    details.putAll(filter.inWords());
    audit.append(
        SignedIn.here().actor(), AuditAction.RECORDS_EXPORTED, "decision", "list", details);
  }

  private static Map<String, String> names(List<Strategy> strategies) {
    return strategies.stream()
        .collect(Collectors.toMap(each -> each.key().value(), each -> each.name(locale())));
  }

  private static Map<String, String> labels(List<Environment> environments) {
    return environments.stream()
        .collect(Collectors.toMap(Environment::name, each -> each.label(locale())));
  }
}
