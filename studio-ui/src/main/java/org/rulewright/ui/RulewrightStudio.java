package org.rulewright.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.lumo.Lumo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the studio. */
@SpringBootApplication(scanBasePackages = "org.rulewright")
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("rulewright.css")
@Push
public class RulewrightStudio implements AppShellConfigurator {

  public static void main(String[] arguments) {
    SpringApplication.run(RulewrightStudio.class, arguments);
  }
}
