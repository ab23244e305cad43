package org.rulewright.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.stereotype.Component;

/** Sets language, colours and messages of every page before it is painted. */
@Component
class FirstPaint implements VaadinServiceInitListener, IndexHtmlRequestListener {

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this);
    event.getSource().addSessionInitListener(FirstPaint::startSession);
    event.getSource().addUIInitListener(start -> greet(start.getUI()));
    event.getSource().setSystemMessagesProvider(info -> SystemWords.in(info.getLocale()));
  }

  @Override
  public void modifyIndexHtmlResponse(IndexHtmlResponse response) {
    var page = response.getDocument();
    var session = VaadinSession.getCurrent();
    if (session != null) {
      page.getElementsByTag("html").attr("lang", Language.of(session.getLocale()).tag());
    }
    page.head().appendElement("link").attr("rel", "icon").attr("href", "favicon.svg");
  }

  private static void startSession(SessionInitEvent event) {
    Preferences.language(event.getRequest())
        .ifPresent(language -> event.getSession().setLocale(language.locale()));
    event.getSession().setErrorHandler(new Failures());
  }

  private static void greet(UI ui) {
    var request = VaadinRequest.getCurrent();
    if (request != null) {
      ui.getPage().setColorScheme(Preferences.colours(request).value());
    }
    SystemWords.reconnecting(ui);
  }
}
