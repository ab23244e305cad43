package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.Strategy;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** One strategy: its drawing, its contract, its versions and its history. */
@Route(
    value = "strategies/:" + StrategyView.KEY + "/:" + StrategyView.SECTION + "?",
    layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.GOVERNOR, Roles.REVIEWER})
@StyleSheet("rulewright/strategy.css")
class StrategyView extends Screen implements BeforeEnterObserver, BeforeLeaveObserver {
  static final String KEY = "key";
  static final String SECTION = "section";

  private final transient Strategies strategies;
  private final transient StrategyParts parts;
  private final Tabs tabs = new Tabs();
  private final transient Map<StrategySection, Tab> tabOf = new EnumMap<>(StrategySection.class);
  private transient @Nullable StrategyWork work;

  StrategyView(Strategies strategies, StrategyParts parts) {
    super(tr("strategy.title"));
    this.strategies = strategies;
    this.parts = parts;
    edgeToEdge();
    tabs.addClassName("rw-strategy-tabs");
    for (StrategySection section : StrategySection.values()) {
      var tab = new Tab(trOf("strategy.section", section));
      tabOf.put(section, tab);
      tabs.add(tab);
    }
    tabs.addSelectedChangeListener(change -> {
      if (change.isFromClient()) {
        open(section(change.getSelectedTab()), true);
      }
    });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getRouteParameters();
    var strategy =
        parameters.get(KEY).flatMap(StrategyKey::parse).flatMap(strategies::find).orElse(null);
    if (strategy == null) {
      event.rerouteToError(NotFoundException.class);
      return;
    }
    if (work == null || !work.strategy().equals(strategy.key())) {
      begin(strategy);
    }
    var section = StrategySection.of(parameters.get(SECTION));
    tabs.setSelectedTab(tabOf.get(section));
    open(section, false);
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    if (work != null && work.hasUnsaved()) {
      var leaving = event.postpone();
      work.settle(leaving::proceed);
    }
  }

  private void begin(Strategy strategy) {
    clear();
    var editable = SignedIn.here().hasAny(Roles.STRATEGIST) && !strategy.archived();
    var begun = new StrategyWork(strategy.key(), editable, parts, section -> open(section, true));
    work = begun;
    rename(strategy.name(Messages.locale()), StrategyNavigation.toList());
    header().setLead(strategy.purpose());
    header().setBadges(badges(strategy, editable));
    header().setActions(begun.actions());
    var whole = new Div(tabs);
    whole.addClassName("rw-strategy");
    begun.panels().forEach((section, panel) -> whole.add(panel));
    add(whole);
  }

  private static Component[] badges(Strategy strategy, boolean editable) {
    if (strategy.archived()) {
      return new Component[] {new StatusBadge(tr("strategy.archived"), Tone.NEUTRAL)};
    }
    return editable
        ? new Component[0]
        : new Component[] {new StatusBadge(tr("strategy.readonly"), Tone.NEUTRAL)};
  }

  // The editor must stay attached while another section is open: its work may not be stored yet.
  private void open(StrategySection section, boolean tellAddress) {
    var current = work;
    if (current == null) {
      return;
    }
    current
        .panels()
        .forEach(
            (other, panel) -> panel.getElement().getClassList().set("rw-off", other != section));
    current.opened(section);
    tabs.setSelectedTab(tabOf.get(section));
    if (tellAddress) {
      var path = StrategyNavigation.path(current.strategy()) + "/" + section.segment();
      UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path));
    }
  }

  private StrategySection section(Tab tab) {
    return tabOf.entrySet().stream()
        .filter(entry -> entry.getValue().equals(tab))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(StrategySection.DRAWING);
  }
}
