package org.rulewright.ui.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rulewright.access.User;
import org.rulewright.access.Users;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of a person whose roles, password or activity changed since they signed in, at
 * their next request.
 */
final class EndedSessionFilter extends OncePerRequestFilter {
  private final Users users;

  EndedSessionFilter(Users users) {
    this.users = users;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var person = SignedIn.find();
    if (person.isPresent() && !isStill(person.get().user())) {
      var authentication = SecurityContextHolder.getContext().getAuthentication();
      new SecurityContextLogoutHandler().logout(request, response, authentication);
    }
    chain.doFilter(request, response);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/VAADIN/build/");
  }

  private boolean isStill(User asSignedIn) {
    return users
        .find(asSignedIn.id())
        .filter(now -> now.active() && now.epoch() == asSignedIn.epoch())
        .isPresent();
  }
}
