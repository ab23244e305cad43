package org.rulewright.ui.shell;

import com.vaadin.flow.component.page.ColorScheme;
import org.jspecify.annotations.Nullable;

/** Light, dark, or as the computer is set. */
public enum ColourScheme {
  SYSTEM(ColorScheme.Value.SYSTEM),
  LIGHT(ColorScheme.Value.LIGHT),
  DARK(ColorScheme.Value.DARK);

  private final ColorScheme.Value value;

  ColourScheme(ColorScheme.Value value) {
    this.value = value;
  }

  ColorScheme.Value value() {
    return value;
  }

  static ColourScheme of(@Nullable String name) {
    for (ColourScheme scheme : values()) {
      if (scheme.name().equals(name)) {
        return scheme;
      }
    }
    return SYSTEM;
  }
}
