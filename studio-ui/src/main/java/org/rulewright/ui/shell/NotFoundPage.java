package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** There is no screen at this address. */
@ParentLayout(Shell.class)
@AnonymousAllowed
class NotFoundPage extends ErrorPage implements HasErrorParameter<NotFoundException> {

  NotFoundPage() {
    super(tr("shell.notFound.title"));
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> cause) {
    var address = "/" + event.getLocation().getPath();
    explain(
        VaadinIcon.QUESTION_CIRCLE_O,
        tr("shell.notFound.title"),
        tr("shell.notFound.remedy", address));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
