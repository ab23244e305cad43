package org.rulewright.ui.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads who was not let in back to the door, with the reason in the address. */
final class RefusedHandler implements AuthenticationFailureHandler {

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    var reason =
        refusal instanceof ThrottledException throttled
            ? LoginView.WAIT + "=" + Math.max(1, throttled.retryAfter().toSeconds())
            : LoginView.WRONG;
    response.sendRedirect(request.getContextPath() + "/" + LoginView.PATH + "?" + reason);
  }
}
