package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.annotation.security.PermitAll;
import org.rulewright.access.Users;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;

/** What the studio knows of the person at the screen, and their password. */
@Route(value = "profile", layout = Shell.class)
@PermitAll
class ProfileView extends Screen {
  private final transient Users users;
  private final PasswordField current = new PasswordField(tr("access.password.current"));
  private final PasswordField next = new PasswordField(tr("access.password.new"));
  private final PasswordField again = new PasswordField(tr("access.password.again"));

  ProfileView(Users users) {
    super(tr("access.profile.title"));
    this.users = users;
    add(facts(), passwordForm());
  }

  private static Section facts() {
    var user = SignedIn.here().user();
    var facts = new DescriptionList();
    facts.addClassName("rw-facts");
    fact(facts, tr("access.user.name"), new Span(user.displayName()));
    fact(facts, tr("access.login.name"), new Span(user.login()));
    fact(facts, tr("access.roles"), new RoleChips(user.roles()));
    var last = Formats.here().dateTime(user.lastLoginAt());
    fact(facts, tr("access.user.previousLogin"), new Span(last));
    return panel(tr("access.profile.facts"), facts);
  }

  private static void fact(DescriptionList facts, String name, Component value) {
    facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }

  private Section passwordForm() {
    next.setHelperText(tr("access.password.help"));
    var change = new Button(tr("access.password.change"), click -> change());
    change.addThemeVariants(ButtonVariant.PRIMARY);
    var form = new Div(current, next, again, new Div(change));
    form.addClassName("rw-form");
    var consequence = new Paragraph(tr("access.password.consequence"));
    consequence.addClassName("rw-muted");
    form.addComponentAsFirst(consequence);
    return panel(tr("access.password.title"), form);
  }

  private static Section panel(String title, Component... parts) {
    var panel = new Section(new H2(title));
    panel.add(parts);
    panel.addClassName("rw-panel");
    return panel;
  }

  private void change() {
    if (!next.getValue().equals(again.getValue())) {
      again.setInvalid(true);
      again.setErrorMessage(tr("access.password.differ"));
      return;
    }
    again.setInvalid(false);
    var source = VaadinRequest.getCurrent().getRemoteAddr();
    Refusals.unless(
        users.changePassword(
            SignedIn.here().user().id(), current.getValue(), next.getValue(), source),
        changed -> {
          Notices.done(tr("access.password.changed"));
          getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
        });
  }
}
