package org.rulewright.ui.shell;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulewright.access.Role;
import org.rulewright.access.User;
import org.rulewright.audit.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;

/** The person at the screen, as of the moment of signing in. */
public record SignedIn(User user) implements AuthenticatedPrincipal {

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

  public String displayName() {
    return user.displayName();
  }

  /** The names of the roles, as in {@link Roles}. */
  public Set<String> roles() {
    return user.roles().stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
  }

  public boolean hasAny(String... wanted) {
    return Arrays.stream(wanted).anyMatch(roles()::contains);
  }

  /** The person as the audit trail names them. */
  public Actor actor() {
    return user.actor();
  }

  @Override
  public String getName() {
    return user.login();
  }
}
