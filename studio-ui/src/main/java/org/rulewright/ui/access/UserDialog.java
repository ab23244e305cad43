package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.access.UserChange;
import org.rulewright.access.Users;
import org.rulewright.ui.shell.Confirmation;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.SignedIn;

/** One user: name, roles, password, and whether they may sign in at all. */
class UserDialog extends Dialog {
  private final transient Users users;
  private final transient User user;
  private final transient Runnable changed;
  private final TextField name = new TextField(tr("access.user.name"));
  private final RoleField roles = new RoleField(List.of(Role.values()));

  UserDialog(Users users, User user, Runnable changed) {
    this.users = users;
    this.user = user;
    this.changed = changed;
    setHeaderTitle(tr("access.user.title", user.login()));
    setWidth("42rem");
    name.setValue(user.displayName());
    roles.setValue(user.roles());
    var own = user.id().equals(SignedIn.here().user().id());
    var form = new Div(name, roles);
    form.addClassName("rw-form");
    if (own) {
      roles.setReadOnly(true);
      form.add(new Paragraph(tr("access.user.own")));
    }
    add(form);
    var save = new Button(tr("access.save"), click -> save());
    save.addThemeVariants(ButtonVariant.PRIMARY);
    var cancel = new Button(tr("shell.cancel"), click -> close());
    if (own) {
      getFooter().add(cancel, save);
    } else {
      getFooter().add(activity(), reset(), cancel, save);
    }
  }

  private void save() {
    var actor = SignedIn.here().actor();
    UserChange change = new UserChange.Changed(user);
    if (!name.getValue().strip().equals(user.displayName())) {
      change = users.rename(user.id(), name.getValue().strip(), actor);
    }
    if (change instanceof UserChange.Changed && !roles.getValue().equals(user.roles())) {
      change = users.changeRoles(user.id(), roles.getValue(), actor);
    }
    finish(change, tr("access.user.saved"));
  }

  private Button reset() {
    return new Button(
        tr("access.user.reset"), click -> new ResetPasswordDialog(users, user).open());
  }

  private Button activity() {
    if (!user.active()) {
      return new Button(
          tr("access.user.activate"),
          click ->
              finish(
                  users.activate(user.id(), SignedIn.here().actor()), tr("access.user.activated")));
    }
    var deactivate = new Button(tr("access.user.deactivate"), click -> askDeactivate());
    deactivate.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
    return deactivate;
  }

  private void askDeactivate() {
    Confirmation.askDanger(
        tr("access.user.deactivate.question", user.displayName()),
        tr("access.user.deactivate.consequence"),
        tr("access.user.deactivate"),
        () ->
            finish(
                users.deactivate(user.id(), SignedIn.here().actor()),
                tr("access.user.deactivated")));
  }

  private void finish(UserChange change, String done) {
    Refusals.unless(
        change,
        saved -> {
          close();
          Notices.done(done);
          changed.run();
        });
  }
}
