package org.rulewright.ui.decision;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import org.rulewright.decisionlog.DecisionId;

/** The ways into the screens of decisions. */
public final class DecisionNavigation {
  static final String ID = "id";

  private DecisionNavigation() {}

  /** The address of one decision. */
  public static String path(DecisionId id) {
    return RouteConfiguration.forApplicationScope()
        .getUrl(DecisionScreen.class, new RouteParameters(ID, id.toString()));
  }

  /** Opens one decision. */
  public static void open(DecisionId id) {
    UI.getCurrent().navigate(DecisionScreen.class, new RouteParameters(ID, id.toString()));
  }
}
