package org.rulewright.ui.strategy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.Messages;

/** The ways to the screens about strategies. */
public final class StrategyNavigation {
  static final String LIST = "strategies";

  private StrategyNavigation() {}

  /** The address of a strategy's drawing. */
  public static String path(StrategyKey strategy) {
    return LIST + "/" + strategy;
  }

  /** The address of a strategy's versions. */
  public static String versionsPath(StrategyKey strategy) {
    return path(strategy) + "/" + StrategySection.VERSIONS.segment();
  }

  /** Opens a strategy's drawing. */
  public static void open(StrategyKey strategy) {
    UI.getCurrent().navigate(path(strategy));
  }

  /** Opens a strategy's flow. */
  static void openFlow(StrategyKey strategy) {
    UI.getCurrent().navigate(path(strategy) + "/" + StrategySection.FLOW.segment());
  }

  static Crumb toList() {
    return Crumb.to(StrategiesView.class, Messages.tr("strategy.list.title"));
  }

  static RouteParameters parameters(StrategyKey strategy) {
    return new RouteParameters(new RouteParam(StrategyView.KEY, strategy.value()));
  }
}
