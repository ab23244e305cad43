package org.rulewright.ui.access;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;
import org.rulewright.access.FirstRun;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.Switches;
import org.springframework.beans.factory.ObjectProvider;

/** Signing in by login and password. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
class LoginView extends Door implements BeforeEnterObserver {
  static final String PATH = "login";
  static final String WRONG = "error";
  static final String WAIT = "wait";

  private final transient FirstRun firstRun;
  private final LoginForm form = new LoginForm();

  LoginView(FirstRun firstRun, Switches switches, ObjectProvider<DemoAccounts> demo) {
    super(tr("access.login.title"), switches);
    this.firstRun = firstRun;
    form.setAction(PATH);
    form.setForgotPasswordButtonVisible(false);
    form.setI18n(words(tr("access.login.wrong"), tr("access.login.wrong.remedy")));
    addToWay(new H2(tr("access.login.title")), form);
    demo.ifAvailable(accounts -> addToWay(new DemoAccountList(accounts, form)));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (firstRun.pending()) {
      event.forwardTo(FirstRunView.class);
      return;
    }
    if (SignedIn.find().isPresent()) {
      event.forwardTo("");
      return;
    }
    var parameters = event.getLocation().getQueryParameters();
    parameters.getSingleParameter(WAIT).ifPresent(this::sayWait);
    if (parameters.getParameters().containsKey(WRONG)) {
      form.setError(true);
    }
  }

  private void sayWait(String seconds) {
    if (!seconds.matches("[0-9]{1,6}")) {
      return; // the address is anybody's to write
    }
    var wait = Formats.here().duration(Duration.ofSeconds(Long.parseLong(seconds)));
    form.setI18n(words(tr("access.login.throttled"), tr("access.login.throttled.remedy", wait)));
    form.setError(true);
  }

  private static LoginI18n words(String problem, String remedy) {
    var words = LoginI18n.createDefault();
    var labels = words.getForm();
    labels.setTitle("");
    labels.setUsername(tr("access.login.name"));
    labels.setPassword(tr("access.login.password"));
    labels.setSubmit(tr("access.login.submit"));
    var errors = words.getErrorMessage();
    errors.setTitle(problem);
    errors.setMessage(remedy);
    errors.setUsername(tr("access.login.name.missing"));
    errors.setPassword(tr("access.login.password.missing"));
    return words;
  }
}
