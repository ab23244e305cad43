package org.rulewright.ui.lookup;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;

/** The ways into the screens of look-up tables. */
public final class LookupNavigation {
  static final String KEY = "key";

  private LookupNavigation() {}

  /** The address of a look-up table, by its key. */
  static String path(String key) {
    return RouteConfiguration.forApplicationScope()
        .getUrl(LookupScreen.class, new RouteParameters(KEY, key));
  }

  /** Opens a look-up table by its key. */
  public static void open(String key) {
    UI.getCurrent().navigate(LookupScreen.class, new RouteParameters(KEY, key));
  }

  static void openImport() {
    UI.getCurrent().navigate(LookupImportScreen.class);
  }
}
