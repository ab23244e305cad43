package org.rulewright.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import java.io.IOException;
import org.rulewright.access.Commands;
import org.rulewright.decisionlog.VerifyCommand;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Starts the studio, or does one of the commands that work beside it. */
@SpringBootApplication(
    scanBasePackages = "org.rulewright",
    exclude = UserDetailsServiceAutoConfiguration.class)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("rulewright/studio.css")
@Push
public class RulewrightStudio implements AppShellConfigurator {

  public static void main(String[] arguments) {
    if (Commands.isCommand(arguments)) {
      System.exit(Commands.run(arguments));
    }
    if (VerifyCommand.isCommand(arguments)) {
      System.exit(VerifyCommand.run(arguments));
    }
    start(arguments);
  }

  private static void start(String[] arguments) {
    var stop = StopDuringStart.watch();
    try {
      var application = new SpringApplication(RulewrightStudio.class);
      application.addInitializers(stop);
      if (application.run(arguments) instanceof WebServerApplicationContext web) {
        Announcement.print(web, System.out);
      }
    } catch (RuntimeException | IOException failure) {
      if (stop.asked()) {
        return; // the process ends by itself, as asked
      }
      say(failure);
      System.exit(1);
    }
  }

  private static void say(Exception failure) {
    var sentence = StartFailure.sentence(failure);
    if (sentence.isEmpty()) {
      LoggerFactory.getLogger(RulewrightStudio.class).error("The start failed", failure);
    }
    System.err.println(sentence.orElse("Rulewright could not start: " + failure.getMessage()));
  }
}
