package org.rulewright.ui.audit;

import com.vaadin.flow.router.RouteConfiguration;

/** The way to the audit trail. */
public final class AuditNavigation {

  private AuditNavigation() {}

  /** The address of the audit trail. */
  public static String path() {
    return RouteConfiguration.forApplicationScope().getUrl(AuditView.class);
  }
}
