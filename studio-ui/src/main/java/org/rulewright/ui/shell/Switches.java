package org.rulewright.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;

/** Switches language and colours for the person at the screen. */
public final class Switches {

  private Switches() {}

  /** Speaks another language from now on, and shows the page anew in it. */
  public static void speak(Language language) {
    Preferences.remember(language);
    VaadinSession.getCurrent().setLocale(language.locale());
    UI.getCurrent().getPage().reload();
  }

  static void colour(ColourScheme scheme) {
    Preferences.remember(scheme);
    UI.getCurrent().getPage().setColorScheme(scheme.value());
  }
}
