package org.rulewright.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.rulewright.access.Language;
import org.rulewright.access.Theme;
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
    var request = response.getVaadinRequest();
    var html = page.getElementsByTag("html");
    html.attr("lang", language(request).locale().toLanguageTag());
    var theme = Preferences.theme(request);
    if (theme != Theme.SYSTEM) {
      html.attr("style", "color-scheme: " + theme.name().toLowerCase(Locale.ROOT));
    }
    var icon = page.head().appendElement("link");
    icon.attr("rel", "icon").attr("type", "image/svg+xml").attr("href", "rulewright/mark.svg");
    page.getElementsByTag("script").attr("nonce", ContentPolicy.nonce(request));
  }

  private static void startSession(SessionInitEvent event) {
    event.getSession().setErrorHandler(new Failures());
  }

  private static void greet(UI ui) {
    var request = VaadinRequest.getCurrent();
    var language = language(request);
    ui.getSession().setLocale(language.locale());
    ui.setLocale(language.locale());
    ui.getPage().setColorScheme(Switches.scheme(Preferences.theme(request)));
    SystemWords.reconnecting(ui);
  }

  /** The language chosen before, else the browser's if the studio speaks it, else Chinese. */
  private static Language language(VaadinRequest request) {
    return Preferences.language(request).orElseGet(() -> Language.of(request.getLocale()));
  }
}
