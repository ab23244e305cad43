package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.stream.Collectors;
import org.rulewright.access.Language;
import org.rulewright.access.Theme;

/** The menu under the person's name: account, language, colours, sign out. */
@org.springframework.stereotype.Component
class PersonMenu {
  private final AuthenticationContext authentication;
  private final Switches switches;
  private final List<PersonalScreen> personalScreens;

  PersonMenu(
      AuthenticationContext authentication,
      Switches switches,
      List<PersonalScreen> personalScreens) {
    this.authentication = authentication;
    this.switches = switches;
    this.personalScreens = List.copyOf(personalScreens);
  }

  MenuBar create() {
    var person = SignedIn.here();
    var bar = new MenuBar();
    bar.addThemeVariants(MenuBarVariant.TERTIARY);
    bar.addClassName("rw-person");
    var root = bar.addItem(face(person));
    root.getElement().setAttribute("aria-label", tr("shell.person.menu", person.displayName()));
    var menu = root.getSubMenu();
    menu.addItem(card(person)).setEnabled(false);
    for (PersonalScreen screen : personalScreens) {
      menu.addItem(tr(screen.title()), click -> UI.getCurrent().navigate(screen.screen()));
    }
    menu.addSeparator();
    addLanguages(menu.addItem(tr("shell.language")).getSubMenu());
    addColours(menu.addItem(tr("shell.colours")).getSubMenu());
    menu.addSeparator();
    menu.addItem(tr("shell.signOut"), click -> authentication.logout());
    return bar;
  }

  private void addLanguages(SubMenu menu) {
    var current = Language.of(UI.getCurrent().getLocale());
    for (Language language : Language.values()) {
      var item = menu.addItem(trOf("shell.language", language), click -> switches.speak(language));
      mark(item, language == current);
    }
  }

  private void addColours(SubMenu menu) {
    var current = Preferences.theme(VaadinRequest.getCurrent());
    for (Theme theme : Theme.values()) {
      var item = menu.addItem(trOf("shell.colours", theme));
      mark(item, theme == current);
      item.addClickListener(click -> {
        menu.getItems().forEach(other -> other.setChecked(other == item));
        switches.colour(theme);
      });
    }
  }

  private static void mark(MenuItem item, boolean chosen) {
    item.setCheckable(true);
    item.setChecked(chosen);
  }

  private static Component face(SignedIn person) {
    var avatar = new Avatar(person.displayName());
    avatar.getElement().setAttribute("aria-hidden", "true");
    var face = new Div(avatar, new Span(person.displayName()));
    face.addClassName("rw-person-face");
    return face;
  }

  private static Component card(SignedIn person) {
    var roles = person.roles().stream().sorted().map(role -> tr("shell.role." + role));
    var name = new Span(person.displayName());
    var what = new Span(roles.collect(Collectors.joining(tr("shell.listSeparator"))));
    var card = new Div(name, what);
    card.addClassName("rw-person-card");
    return card;
  }
}
