package org.rulewright.ui.access;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rulewright.ui.shell.Preferences;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.security.core.Authentication;

/** Leads who signed in to where they wanted to go, in the language and colours they chose. */
final class WelcomeHandler extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    if (authentication.getPrincipal() instanceof SignedIn person) {
      Preferences.takeOver(person.user(), response);
    }
    super.onAuthenticationSuccess(request, response, authentication);
  }
}
