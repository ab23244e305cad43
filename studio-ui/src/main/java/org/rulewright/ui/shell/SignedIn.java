package org.rulewright.ui.shell;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/** The person at the screen, as of the moment of signing in. */
public record SignedIn(String id, String login, String displayName, Set<String> roles)
    implements AuthenticatedPrincipal {

  public SignedIn {
    roles = Set.copyOf(roles);
  }

  /** The person at the screen, if somebody has signed in. */
  public static Optional<SignedIn> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? Optional.of(person)
        : Optional.empty();
  }

  /** The person at the screen; only for screens that nobody else can open. */
  public static SignedIn here() {
    return find().orElseThrow(() -> new IllegalStateException("nobody has signed in here"));
  }

  public boolean hasAny(String... wanted) {
    return Arrays.stream(wanted).anyMatch(roles::contains);
  }

  @Override
  public String getName() {
    return login;
  }
}
