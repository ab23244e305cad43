package org.rulewright.ui.model;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteParameters;

/** The ways into the screens of scoring models. */
public final class ModelNavigation {
  static final String KEY = "key";

  private ModelNavigation() {}

  /** Opens a model by its key. */
  public static void open(String key) {
    UI.getCurrent().navigate(ModelScreen.class, new RouteParameters(KEY, key));
  }

  static void openUpload() {
    UI.getCurrent().navigate(ModelUploadScreen.class);
  }
}
