package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.Strategies;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionLog;
import org.rulewright.decisionlog.DecisionSummary;
import org.rulewright.environment.Environments;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;

/** Finds decisions by id, subject, time, verdict, reason, release; newest first. */
@Route(value = "decisions", layout = Shell.class)
@Destination(
    area = Area.OPERATION,
    title = "decision.title",
    icon = VaadinIcon.SEARCH_PLUS,
    order = 20)
@RolesAllowed(Roles.REVIEWER)
class DecisionsScreen extends Screen implements AfterNavigationObserver {
  private static final int PAGE = 100;

  private final transient DecisionLog log;
  private final DecisionFilter filter;
  private final DataTable<DecisionSummary> table;
  private final Button older = new Button(tr("decision.older"), VaadinIcon.ANGLE_DOWN.create());
  private final transient List<DecisionSummary> found = new ArrayList<>();
  private final Div foot = new Div();
  private transient @Nullable DecisionId cursor;

  DecisionsScreen(
      DecisionLog log, Strategies strategies, Environments environments, AuditTrail audit) {
    super(tr("decision.title"));
    this.log = log;
    header().setLead(tr("decision.lead"));
    fillHeight();
    filter = new DecisionFilter(strategies.list(), environments.list(), this::search);
    table = new DataTable<>(tr("decision.title"), DecisionColumns.of(Formats.here()));
    table.onOpen(decision -> DecisionNavigation.open(decision.id()));
    var reader = SignedIn.here().actor();
    table.onExport(() ->
        audit.append(
            reader,
            AuditAction.RECORDS_EXPORTED,
            "decision",
            "list",
            Map.of("rows", Integer.toString(found.size()))));
    table.setEmptyState(
        new EmptyState(VaadinIcon.SEARCH, tr("decision.nothing"), tr("decision.nothing.next")));
    older.addClickListener(click -> next());
    older.addThemeNames("tertiary");
    older.setId("decisions-older");
    foot.add(older);
    foot.addClassName("rw-table-foot");
    add(filter, table, foot);
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
    found.clear();
    cursor = null;
    next();
  }

  private void next() {
    var page = log.search(filter.query(), cursor, PAGE);
    found.addAll(page.decisions());
    cursor = page.nextCursor();
    foot.setVisible(cursor != null);
    table.setRows(found);
  }
}
