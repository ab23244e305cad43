package org.rulewright.ui.release;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import org.rulewright.asset.StrategyKey;

/** The ways into the screens of releases. */
public final class ReleaseNavigation {
  static final String STRATEGY = "strategy";

  private ReleaseNavigation() {}

  /** The address of what runs of a strategy and what ran before. */
  public static String path(StrategyKey strategy) {
    return RouteConfiguration.forApplicationScope()
        .getUrl(StrategyReleasesScreen.class, new RouteParameters(STRATEGY, strategy.value()));
  }

  static void open(StrategyKey strategy) {
    UI.getCurrent()
        .navigate(StrategyReleasesScreen.class, new RouteParameters(STRATEGY, strategy.value()));
  }
}
