package org.rulewright.ui.portfolio;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import org.rulewright.simulation.PortfolioRunId;

/** The ways into the screens of portfolio runs. */
public final class PortfolioNavigation {
  static final String RUN = "run";

  private PortfolioNavigation() {}

  /** The address of one run. */
  public static String path(PortfolioRunId run) {
    return RouteConfiguration.forApplicationScope()
        .getUrl(PortfolioRunScreen.class, new RouteParameters(RUN, run.toString()));
  }

  /** Opens one run. */
  public static void open(PortfolioRunId run) {
    UI.getCurrent().navigate(PortfolioRunScreen.class, new RouteParameters(RUN, run.toString()));
  }
}
