package org.rulewright.ui.dataset;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;

/** The ways into the screens of data sets. */
public final class DatasetNavigation {
  static final String KEY = "key";

  private DatasetNavigation() {}

  /** The address of a data set, by its key. */
  public static String path(String key) {
    return RouteConfiguration.forApplicationScope()
        .getUrl(DatasetScreen.class, new RouteParameters(KEY, key));
  }

  /** Opens a data set by its key. */
  public static void open(String key) {
    UI.getCurrent().navigate(DatasetScreen.class, new RouteParameters(KEY, key));
  }

  static void openImport() {
    UI.getCurrent().navigate(ImportScreen.class);
  }

  static void openDerivation() {
    UI.getCurrent().navigate(DeriveScreen.class);
  }
}
