package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** A screen failed to open; its number is in the log. */
@ParentLayout(Shell.class)
@AnonymousAllowed
class FailurePage extends ErrorPage implements HasErrorParameter<Exception> {

  FailurePage() {
    super(tr("shell.failure.title"));
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> cause) {
    var number = Failures.log(cause.getException());
    explain(VaadinIcon.WARNING, tr("shell.failure.title"), tr("shell.failure.remedy", number));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
