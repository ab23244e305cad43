package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.rulewright.access.Language;
import org.rulewright.access.NewUser;
import org.rulewright.access.Role;
import org.rulewright.access.Users;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.SignedIn;

/** The form for a new user. */
class NewUserDialog extends Dialog {
  private final transient Users users;
  private final transient Runnable created;
  private final TextField login = new TextField(tr("access.login.name"));
  private final TextField name = new TextField(tr("access.user.name"));
  private final PasswordField password = new PasswordField(tr("access.user.firstPassword"));
  private final RoleField roles = new RoleField(List.of(Role.values()));
  private final Select<Language> language = new Select<>();

  NewUserDialog(Users users, Runnable created) {
    this.users = users;
    this.created = created;
    setHeaderTitle(tr("access.users.new"));
    setWidth("42rem");
    login.setHelperText(tr("access.login.name.help"));
    login.setAutofocus(true);
    password.setHelperText(tr("access.password.help"));
    language.setLabel(tr("shell.language"));
    language.setItems(Language.values());
    language.setItemLabelGenerator(one -> trOf("shell.language", one));
    language.setValue(Language.ZH);
    var form = new Div(pair(login, name), pair(password, language), roles);
    form.addClassName("rw-form");
    add(form);
    var create = new Button(tr("access.users.create"), click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()), create);
  }

  private static Div pair(Component left, Component right) {
    var pair = new Div(left, right);
    pair.addClassName("rw-pair");
    return pair;
  }

  private void create() {
    var data =
        new NewUser(
            login.getValue().strip(),
            name.getValue().strip(),
            password.getValue(),
            roles.getValue(),
            language.getValue());
    Refusals.unless(
        users.create(data, SignedIn.here().actor()),
        user -> {
          close();
          Notices.done(tr("access.users.created", user.displayName()));
          created.run();
        });
  }
}
