package org.rulewright.ui;

import java.io.PrintStream;
import java.util.List;
import org.rulewright.access.FirstRun;
import org.rulewright.ui.access.DemoAccounts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Tells whoever started the studio where it is and how to get in. */
final class Announcement implements ApplicationListener<ApplicationReadyEvent>, Ordered {
  private final PrintStream out;

  Announcement(PrintStream out) {
    this.out = out;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext web) {
      var server = web.getWebServer();
      var address = "http://localhost:" + (server == null ? "?" : server.getPort());
      out.println("Rulewright is ready on " + address);
      waysIn(web, address).forEach(out::println);
      out.flush();
    }
  }

  private static List<String> waysIn(WebServerApplicationContext studio, String address) {
    if (studio.getBean(FirstRun.class).pending()) {
      return List.of(
          "Create the first administrator there; the one-time code is in the file "
              + FirstRun.CODE_FILE
              + " of the data folder.");
    }
    var demo = studio.getBeanProvider(DemoAccounts.class).getIfAvailable();
    return demo == null
        ? List.of()
        : demo.list().stream()
            .map(account -> "  " + account.login() + " / " + account.password())
            .toList();
  }

  /** After everybody else who waits for readiness. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }
}
