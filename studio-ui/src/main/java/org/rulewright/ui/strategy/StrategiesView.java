package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.rulewright.asset.Strategies;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.TableFilter;
import org.rulewright.ui.shell.Tone;

/** All strategies of the house. */
@Route(value = StrategyNavigation.LIST, layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.GOVERNOR, Roles.REVIEWER})
@Destination(
    area = Area.DESIGN,
    title = "strategy.list.title",
    icon = VaadinIcon.SITEMAP,
    order = 10)
class StrategiesView extends Screen implements AfterNavigationObserver {
  private final transient StrategyCatalogue catalogue;
  private final transient Strategies strategies;
  private final DataTable<StrategyLine> table;
  private final Checkbox archived = new Checkbox(tr("strategy.list.archived"));

  StrategiesView(StrategyCatalogue catalogue, Strategies strategies) {
    super(tr("strategy.list.title"));
    this.catalogue = catalogue;
    this.strategies = strategies;
    header().setLead(tr("strategy.list.lead"));
    if (mayCreate()) {
      header().setActions(importButton(), createButton());
    }
    table = new DataTable<>(tr("strategy.list.title"), columns());
    table.addFilters(TableFilter.flag("archived", archived));
    table.setFilter(line -> archived.getValue() || !line.strategy().archived());
    archived.addValueChangeListener(change -> table.refresh());
    table.onOpen(line -> StrategyNavigation.open(line.strategy().key()));
    table.setEmptyState(emptyState());
    fillHeight();
    add(table);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    table.setRows(catalogue.lines());
  }

  private static boolean mayCreate() {
    return SignedIn.here().hasAny(Roles.STRATEGIST);
  }

  private Button createButton() {
    var button =
        new Button(
            tr("strategy.create"),
            VaadinIcon.PLUS.create(),
            click -> new NewStrategyDialog(strategies).open());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  private Button importButton() {
    return new Button(
        tr("strategy.import"),
        VaadinIcon.UPLOAD_ALT.create(),
        click -> new ImportStrategyDialog(strategies).open());
  }

  private Component emptyState() {
    return mayCreate()
        ? new EmptyState(
            VaadinIcon.SITEMAP,
            tr("strategy.list.empty"),
            tr("strategy.list.empty.remedy"),
            createButton(),
            importButton())
        : new EmptyState(
            VaadinIcon.SITEMAP, tr("strategy.list.empty"), tr("strategy.list.empty.wait"));
  }

  private static List<TableColumn<StrategyLine>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.<StrategyLine>text(
                "name", tr("strategy.list.name"), line -> line.strategy().name(Messages.locale()))
            .looksLike(StrategiesView::name),
        TableColumn.<StrategyLine>text(
                "key", tr("strategy.list.key"), line -> line.strategy().key().value())
            .hidden(),
        TableColumn.<StrategyLine>text(
                "purpose", tr("strategy.list.purpose"), line -> line.strategy().purpose())
            .asWide(),
        TableColumn.<StrategyLine>text(
                "runs",
                tr("strategy.list.runs"),
                line -> String.join(tr("shell.listSeparator"), line.runsIn()))
            .looksLike(StrategiesView::runs),
        TableColumn.<StrategyLine, Integer>value(
                "versions",
                tr("strategy.list.versions"),
                StrategyLine::versions,
                line -> formats.number(line.versions()))
            .asNumber(),
        TableColumn.text("by", tr("strategy.list.by"), line -> line.head().saving().by().name()),
        TableColumn.value(
            "at",
            tr("strategy.list.at"),
            line -> line.head().saving().at(),
            line -> formats.dateTime(line.head().saving().at())));
  }

  private static Component name(StrategyLine line) {
    var link =
        new RouterLink(
            line.strategy().name(Messages.locale()),
            StrategyView.class,
            StrategyNavigation.parameters(line.strategy().key()));
    if (!line.strategy().archived()) {
      return link;
    }
    return new Div(link, new Span(" "), new StatusBadge(tr("strategy.archived"), Tone.NEUTRAL));
  }

  private static Component runs(StrategyLine line) {
    var badges = new Div();
    badges.addClassName("rw-badges");
    line.runsIn().forEach(label -> badges.add(new StatusBadge(label, Tone.GOOD)));
    return badges;
  }
}
