package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The search over everything, opened by its button or Ctrl-K. */
@Component
class QuickSearch {
  private static final int MOST_OF_A_KIND = 8;

  private final List<Finder> finders;

  QuickSearch(List<Finder> finders) {
    this.finders = List.copyOf(finders);
  }

  Button button() {
    var hint = new Span(tr("shell.search.key"));
    hint.addClassName("rw-key");
    var button = new Button(tr("shell.search"), VaadinIcon.SEARCH.create(), click -> open());
    button.setSuffixComponent(hint);
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClassName("rw-search-button");
    Shortcuts.addShortcutListener(button, this::open, Key.KEY_K, KeyModifier.CONTROL)
        .listenOn(UI.getCurrent());
    return button;
  }

  private void open() {
    new QuickSearchDialog(letters -> find(letters, SignedIn.here())).open();
  }

  private List<Finder.Found> find(String letters, SignedIn person) {
    var found = new ArrayList<>(screens(letters));
    for (Finder finder : finders) {
      found.addAll(finder.find(letters, person, MOST_OF_A_KIND));
    }
    return found;
  }

  private static List<Finder.Found> screens(String letters) {
    var wanted = letters.toLowerCase(Locale.ROOT);
    var routes = RouteConfiguration.forApplicationScope();
    return Destinations.open().stream()
        .filter(entry -> tr(entry.title()).toLowerCase(Locale.ROOT).contains(wanted))
        .map(entry ->
            new Finder.Found(
                tr(entry.title()), tr("shell.search.screen"), routes.getUrl(entry.screen())))
        .toList();
  }
}
