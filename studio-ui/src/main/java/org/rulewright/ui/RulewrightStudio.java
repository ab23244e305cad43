package org.rulewright.ui;

import com.vaadin.flow.component.page.AppShellConfigurator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the studio. */
@SpringBootApplication(scanBasePackages = "org.rulewright")
public class RulewrightStudio implements AppShellConfigurator {

  public static void main(String[] arguments) {
    SpringApplication.run(RulewrightStudio.class, arguments);
  }
}
