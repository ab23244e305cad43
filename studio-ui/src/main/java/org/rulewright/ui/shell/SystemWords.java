package org.rulewright.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.SystemMessages;
import java.util.Locale;

/**
 * What the page says when the server cannot speak: session ended, connection lost, and the like.
 */
final class SystemWords {

  private SystemWords() {}

  static SystemMessages in(Locale locale) {
    var words = new CustomizedSystemMessages();
    words.setSessionExpiredNotificationEnabled(true);
    words.setSessionExpiredCaption(say(locale, "shell.system.expired"));
    words.setSessionExpiredMessage(say(locale, "shell.system.expired.remedy"));
    words.setInternalErrorCaption(say(locale, "shell.system.internal"));
    words.setInternalErrorMessage(say(locale, "shell.system.internal.remedy"));
    words.setCookiesDisabledCaption(say(locale, "shell.system.cookies"));
    words.setCookiesDisabledMessage(say(locale, "shell.system.cookies.remedy"));
    return words;
  }

  static void reconnecting(UI ui) {
    var words = ui.getReconnectDialogConfiguration();
    words.setDialogText(say(ui.getLocale(), "shell.system.reconnecting"));
    words.setDialogTextGaveUp(say(ui.getLocale(), "shell.system.disconnected"));
  }

  private static String say(Locale locale, String key) {
    return I18NProvider.translate(locale, key);
  }
}
