package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a bug in a screen: a number in the log, and the same number on the screen. */
final class Failures implements ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public void error(ErrorEvent event) {
    var number = log(event.getThrowable());
    var ui = UI.getCurrent();
    if (ui != null) {
      ui.access(
          () -> Notices.failed(tr("shell.failure.title"), tr("shell.failure.remedy", number)));
    }
  }

  /** Logs a failure and returns the number to find it by. */
  static String log(Throwable failure) {
    var bytes = new byte[4];
    RANDOM.nextBytes(bytes);
    var number = HexFormat.of().withUpperCase().formatHex(bytes);
    LOG.error("failure {} in a screen", number, failure);
    return number;
  }
}
