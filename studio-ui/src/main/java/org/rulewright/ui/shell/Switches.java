package org.rulewright.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import org.rulewright.access.Language;
import org.rulewright.access.Theme;
import org.rulewright.access.Users;
import org.springframework.stereotype.Component;

/** Switches language and colours for the person at the screen, and remembers them. */
@Component
public class Switches {
  private final Users users;

  Switches(Users users) {
    this.users = users;
  }

  /** Speaks another language from now on, and shows the page anew in it. */
  public void speak(Language language) {
    var theme = Preferences.theme(VaadinRequest.getCurrent());
    SignedIn.find().ifPresent(person -> users.prefer(person.user().id(), language, theme));
    Preferences.remember(language);
    VaadinSession.getCurrent().setLocale(language.locale());
    UI.getCurrent().getPage().reload();
  }

  void colour(Theme theme) {
    var language = Language.of(UI.getCurrent().getLocale());
    SignedIn.find().ifPresent(person -> users.prefer(person.user().id(), language, theme));
    Preferences.remember(theme);
    UI.getCurrent().getPage().setColorScheme(scheme(theme));
  }

  static ColorScheme.Value scheme(Theme theme) {
    return switch (theme) {
      case SYSTEM -> ColorScheme.Value.SYSTEM;
      case LIGHT -> ColorScheme.Value.LIGHT;
      case DARK -> ColorScheme.Value.DARK;
    };
  }
}
