package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Function;

/** The list that narrows with every letter typed; Enter opens its first entry. */
class QuickSearchDialog extends Dialog {
  private static final int PAUSE_MS = 200;

  private final transient Function<String, List<Finder.Found>> search;
  private final Div results = new Div();
  private transient List<Finder.Found> found = List.of();

  QuickSearchDialog(Function<String, List<Finder.Found>> search) {
    this.search = search;
    addClassName("rw-search");
    getElement().setAttribute("aria-label", tr("shell.search"));
    setTop("12vh");
    setWidth("36rem");
    results.addClassName("rw-search-results");
    add(field(), results);
    show("");
  }

  private TextField field() {
    var field = new TextField();
    field.setPlaceholder(tr("shell.search.placeholder"));
    field.setAriaLabel(tr("shell.search"));
    field.setPrefixComponent(VaadinIcon.SEARCH.create());
    field.setWidthFull();
    field.setAutofocus(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(PAUSE_MS);
    field.addValueChangeListener(change -> show(change.getValue().strip()));
    field.addKeyPressListener(Key.ENTER, press -> openFirst());
    return field;
  }

  private void show(String letters) {
    found = search.apply(letters);
    results.removeAll();
    if (found.isEmpty()) {
      results.add(new Paragraph(tr("shell.search.nothing", letters)));
      return;
    }
    var list = new SideNav();
    found.forEach(one -> list.addItem(item(one)));
    results.add(list);
    list.getElement().addEventListener("click", click -> close());
  }

  private static SideNavItem item(Finder.Found one) {
    var item = new SideNavItem(one.name(), "/" + one.path());
    item.setSuffixComponent(new Span(one.kind()));
    return item;
  }

  private void openFirst() {
    if (!found.isEmpty()) {
      close();
      UI.getCurrent().navigate(found.getFirst().path());
    }
  }
}
