package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import org.rulewright.access.User;
import org.rulewright.access.Users;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.SignedIn;

/** A new password for somebody who forgot theirs. */
class ResetPasswordDialog extends Dialog {

  ResetPasswordDialog(Users users, User user) {
    setHeaderTitle(tr("access.user.reset.title", user.displayName()));
    setWidth("28rem");
    var password = new PasswordField(tr("access.password.new"));
    password.setHelperText(tr("access.password.help"));
    password.setWidthFull();
    password.setAutofocus(true);
    add(new Paragraph(tr("access.user.reset.text")), password);
    var set =
        new Button(
            tr("access.user.reset"),
            click ->
                Refusals.unless(
                    users.resetPassword(user.id(), password.getValue(), SignedIn.here().actor()),
                    changed -> {
                      close();
                      Notices.done(tr("access.user.reset.done"));
                    }));
    set.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()), set);
  }
}
