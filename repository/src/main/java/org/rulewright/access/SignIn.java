package org.rulewright.access;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;

/** Checks passwords, slowly and seldom. */
final class SignIn {

  /** No login that exists can be longer; what is typed may be anything. */
  private static final int LONGEST_LOGIN = 64;

  private static final int LONGEST_PASSWORD = 1024;

  private final UserStore store;
  private final LoginThrottle throttle;
  private final AuditTrail audit;
  private final Clock clock;

  SignIn(UserStore store, LoginThrottle throttle, AuditTrail audit, Clock clock) {
    this.store = store;
    this.throttle = throttle;
    this.audit = audit;
    this.clock = clock;
  }

  LoginResult authenticate(String login, String password, String source) {
    var wait = throttle.count(login, source);
    var user =
        Names.isLogin(login) && login.length() <= LONGEST_LOGIN
            ? store.findByLogin(login)
            : Optional.<User>empty();
    if (wait.isPresent()) {
      noteThrottled(wait.get(), user, source);
      return new LoginResult.Throttled(wait.get().left());
    }
    var active = user.filter(User::active);
    if (!matches(active, password)) {
      note(AuditAction.LOGIN_FAILED, user, source);
      return new LoginResult.Rejected();
    }
    throttle.succeeded(login, source);
    var known = active.orElseThrow();
    store.loggedIn(known.id(), Timestamps.now(clock));
    audit.append(
        known.actor(),
        AuditAction.LOGIN,
        Users.THING,
        known.id().toString(),
        Map.of("source", source));
    return new LoginResult.SignedIn(known);
  }

  /** Whether somebody who is signed in still knows their password; counted like a sign-in. */
  Optional<AccessRefusal> confirm(User user, String password, String source) {
    var wait = throttle.count(user.login(), source);
    if (wait.isPresent()) {
      noteThrottled(wait.get(), Optional.of(user), source);
      return Optional.of(AccessRefusal.THROTTLED);
    }
    if (!matches(Optional.of(user), password)) {
      note(AuditAction.LOGIN_FAILED, Optional.of(user), source);
      return Optional.of(AccessRefusal.WRONG_PASSWORD);
    }
    throttle.succeeded(user.login(), source);
    return Optional.empty();
  }

  private boolean matches(Optional<User> user, String password) {
    var hash = user.flatMap(known -> store.passwordHash(known.id())).orElse(null);
    if (!Passwords.matches(password.length() > LONGEST_PASSWORD ? "" : password, hash)) {
      return false;
    }
    if (hash != null && Passwords.isWeak(hash)) {
      store.strengthen(user.orElseThrow().id(), Passwords.hash(password));
    }
    return true;
  }

  private void noteThrottled(LoginThrottle.Wait wait, Optional<User> user, String source) {
    if (wait.noted()) {
      note(AuditAction.LOGIN_THROTTLED, user, source);
    }
  }

  /** What was typed is not kept: people type passwords in the wrong field. */
  private void note(AuditAction action, Optional<User> user, String source) {
    audit.append(
        Actor.SYSTEM,
        action,
        Users.THING,
        user.map(known -> known.id().toString()).orElse("unknown"),
        Map.of("source", source));
  }
}
