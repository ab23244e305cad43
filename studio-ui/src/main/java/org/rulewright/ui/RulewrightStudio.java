package org.rulewright.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.aura.Aura;
import java.io.IOException;
import org.rulewright.access.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Starts the studio, or answers an administration command without starting it. */
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
    try {
      var studio = SpringApplication.run(RulewrightStudio.class, arguments);
      if (studio instanceof WebServerApplicationContext web) {
        Announcement.print(web, System.out);
      }
    } catch (RuntimeException | IOException failure) {
      System.err.println(
          StartFailure.sentence(failure)
              .orElse("Rulewright could not start: " + failure.getMessage()));
      System.exit(1);
    }
  }
}
