package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The breadcrumb trail in the top bar. */
class Trail extends Nav {
  private final OrderedList steps = new OrderedList();

  Trail() {
    addClassName("rw-trail");
    getElement().setAttribute("aria-label", tr("shell.trail"));
    add(steps);
  }

  void show(List<Crumb> crumbs) {
    steps.removeAll();
    for (int i = 0; i < crumbs.size(); i++) {
      steps.add(new ListItem(step(crumbs.get(i), i == crumbs.size() - 1)));
    }
  }

  private static Component step(Crumb crumb, boolean last) {
    if (crumb.path() == null || last) {
      var here = new Span(crumb.text());
      if (last) {
        here.getElement().setAttribute("aria-current", "page");
      }
      return here;
    }
    var link = new Anchor(crumb.path(), crumb.text());
    link.setRouterIgnore(false);
    return link;
  }
}
