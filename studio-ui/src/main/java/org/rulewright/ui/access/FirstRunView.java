package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.rulewright.access.FirstRun;
import org.rulewright.access.Language;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.Switches;

/** Creates the first administrator, with the one-time code of the launcher. */
@Route(value = "first-run", autoLayout = false)
@AnonymousAllowed
class FirstRunView extends Door implements BeforeEnterObserver {
  private final transient FirstRun firstRun;
  private final TextField code = new TextField(tr("access.firstRun.code"));
  private final TextField login = new TextField(tr("access.login.name"));
  private final TextField name = new TextField(tr("access.user.name"));
  private final Button create = new Button(tr("access.firstRun.create"));
  private final PasswordField password = new PasswordField(tr("access.login.password"));

  FirstRunView(FirstRun firstRun, Switches switches) {
    super(tr("access.firstRun.title"), switches);
    this.firstRun = firstRun;
    code.setHelperText(tr("access.firstRun.code.help"));
    code.setAutofocus(true);
    password.setHelperText(tr("access.password.help"));
    create.addClickListener(click -> create());
    create.addThemeVariants(ButtonVariant.PRIMARY);
    create.setDisableOnClick(true);
    var form = new Div(code, login, name, password, create);
    form.addClassName("rw-form");
    addToWay(new H2(tr("access.firstRun.title")), new Paragraph(tr("access.firstRun.text")), form);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!firstRun.pending()) {
      event.forwardTo(LoginView.class);
    }
  }

  private void create() {
    var change =
        firstRun.complete(
            code.getValue().strip(),
            login.getValue().strip(),
            name.getValue().strip(),
            password.getValue(),
            Language.of(locale()),
            VaadinRequest.getCurrent().getRemoteAddr());
    create.setEnabled(true);
    Refusals.unless(
        change,
        administrator -> {
          Notices.done(tr("access.firstRun.done"));
          getUI().ifPresent(ui -> ui.navigate(LoginView.class));
        });
  }
}
