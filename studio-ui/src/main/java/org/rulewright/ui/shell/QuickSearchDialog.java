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

/** The list that narrows with every letter typed; the arrow keys choose, Enter opens. */
class QuickSearchDialog extends Dialog {
  private static final int PAUSE_MS = 200;

  private final transient Function<String, List<Finder.Found>> search;
  private final Div results = new Div();

  /** Says the chosen entry to those who cannot see the mark. */
  private final Span heard = new Span();

  private transient List<Finder.Found> found = List.of();
  private transient List<SideNavItem> items = List.of();
  private int chosen;

  QuickSearchDialog(Function<String, List<Finder.Found>> search) {
    this.search = search;
    addClassName("rw-search");
    getElement().setAttribute("aria-label", tr("shell.search"));
    setTop("12vh");
    setWidth("36rem");
    results.addClassName("rw-search-results");
    heard.addClassName("rw-heard");
    heard.getElement().setAttribute("role", "status");
    add(field(), results, heard);
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
    field.addKeyPressListener(Key.ENTER, press -> openChosen());
    field.addKeyDownListener(Key.ARROW_DOWN, press -> choose(chosen + 1));
    field.addKeyDownListener(Key.ARROW_UP, press -> choose(chosen - 1));
    return field;
  }

  private void show(String letters) {
    found = search.apply(letters);
    results.removeAll();
    items = found.stream().map(QuickSearchDialog::item).toList();
    if (found.isEmpty()) {
      results.add(new Paragraph(tr("shell.search.nothing", letters)));
      return;
    }
    var list = new SideNav();
    items.forEach(list::addItem);
    results.add(list);
    list.getElement().addEventListener("click", click -> close());
    choose(0);
  }

  /** Marks an entry and brings it into view; the field keeps the focus, so that typing goes on. */
  private void choose(int wanted) {
    if (items.isEmpty()) {
      return;
    }
    chosen = Math.clamp(wanted, 0, items.size() - 1);
    for (int place = 0; place < items.size(); place++) {
      items.get(place).setClassName("rw-chosen", place == chosen);
    }
    items.get(chosen).getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    heard.setText(found.get(chosen).name());
  }

  private static SideNavItem item(Finder.Found one) {
    var item = new SideNavItem(one.name(), "/" + one.path());
    item.setSuffixComponent(new Span(one.kind()));
    return item;
  }

  private void openChosen() {
    if (!found.isEmpty()) {
      close();
      UI.getCurrent().navigate(found.get(chosen).path());
    }
  }
}
