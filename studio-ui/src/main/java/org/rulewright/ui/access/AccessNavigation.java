package org.rulewright.ui.access;

import com.vaadin.flow.router.RouteConfiguration;

/** The ways to the screens of people and keys. */
public final class AccessNavigation {

  private AccessNavigation() {}

  /** The address of the list of API keys. */
  public static String keysPath() {
    return RouteConfiguration.forApplicationScope().getUrl(KeysView.class);
  }

  /** The address of one's own account. */
  public static String accountPath() {
    return RouteConfiguration.forApplicationScope().getUrl(ProfileView.class);
  }
}
