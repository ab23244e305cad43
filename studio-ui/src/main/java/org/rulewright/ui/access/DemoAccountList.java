package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.login.LoginForm;

/** Who one can be in the demonstration; a click fills the form in. */
class DemoAccountList extends Div {

  DemoAccountList(DemoAccounts accounts, LoginForm form) {
    addClassName("rw-accounts");
    var list = new UnorderedList();
    for (DemoAccounts.Account account : accounts.list()) {
      list.add(line(account, form));
    }
    add(new H3(tr("access.demo.title")), list);
  }

  private static ListItem line(DemoAccounts.Account account, LoginForm form) {
    var role = new Button(trOf("shell.role", account.role()), click -> fill(form, account));
    role.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    var login = new Span(account.login() + " / " + account.password());
    login.addClassNames("rw-mono", "rw-small");
    return new ListItem(role, login);
  }

  private static void fill(LoginForm form, DemoAccounts.Account account) {
    form.getElement()
        .executeJs(
            """
            const set = (name, value) => {
              this.querySelector(`input[name=${name}]`)
                .closest('vaadin-text-field, vaadin-password-field').value = value;
            };
            set('username', $0);
            set('password', $1);
            """,
            account.login(),
            account.password());
  }
}
