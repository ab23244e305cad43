package org.rulewright.ui.access;

import org.rulewright.access.LoginResult;
import org.rulewright.access.User;
import org.rulewright.access.Users;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets in who knows the password of an active user. */
final class PasswordCheck implements AuthenticationProvider {
  private final Users users;

  PasswordCheck(Users users) {
    this.users = users;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var password = String.valueOf(attempt.getCredentials());
    return switch (users.authenticate(attempt.getName(), password, source(attempt))) {
      case LoginResult.SignedIn in -> welcome(in.user());
      case LoginResult.Rejected rejected -> throw new BadCredentialsException("rejected");
      case LoginResult.Throttled throttled -> throw new ThrottledException(throttled.retryAfter());
    };
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }

  private static Authentication welcome(User user) {
    var authorities =
        user.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(user), null, authorities);
  }

  private static String source(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "unknown";
  }
}
