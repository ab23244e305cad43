package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** Who one can be in the demonstration. */
class DemoAccountList extends Div {

  DemoAccountList(DemoAccounts accounts) {
    addClassName("rw-accounts");
    var list = new UnorderedList();
    for (DemoAccounts.Account account : accounts.list()) {
      var login = new Span(account.login() + " / " + account.password());
      login.addClassName("rw-mono");
      list.add(new ListItem(new Span(trOf("shell.role", account.role())), login));
    }
    add(new H3(tr("access.demo.title")), list);
  }
}
