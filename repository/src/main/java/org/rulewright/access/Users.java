package org.rulewright.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the people who can sign in; every change is in the audit trail. */
@Service
public class Users {

  static final String THING = "user";

  private final UserStore store;
  private final Administrators administrators;
  private final SignIn signIn;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  @Autowired
  public Users(
      JdbcClient jdbc,
      AuditTrail audit,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events) {
    this(jdbc, audit, transactions, Clock.systemUTC(), events);
  }

  /** For use without Spring: nobody hears of changes. */
  public Users(JdbcClient jdbc, AuditTrail audit, PlatformTransactionManager transactions) {
    this(jdbc, audit, transactions, Clock.systemUTC(), unheard -> {});
  }

  Users(
      JdbcClient jdbc,
      AuditTrail audit,
      PlatformTransactionManager transactions,
      Clock clock,
      ApplicationEventPublisher events) {
    this.store = new UserStore(jdbc);
    this.administrators = new Administrators(store);
    this.signIn = new SignIn(store, new LoginThrottle(jdbc, clock), audit, clock);
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.events = events;
  }

  public boolean isEmpty() {
    return store.isEmpty();
  }

  public Optional<User> find(UserId id) {
    return store.find(id);
  }

  /** Upper and lower case are the same. */
  public Optional<User> findByLogin(String login) {
    return store.findByLogin(login);
  }

  /** By login. */
  public List<User> list() {
    return store.list();
  }

  /**
   * Checks a password.
   *
   * @param source where the try comes from, such as an address; tries are counted by it
   */
  public LoginResult authenticate(String login, String password, String source) {
    return signIn.authenticate(login, password, source);
  }

  /** Notes in the audit trail that a person left. */
  public void signedOut(User user) {
    audit.append(user.actor(), AuditAction.LOGOUT, THING, user.id().toString(), Map.of());
  }

  public UserChange create(NewUser data, Actor actor) {
    var refusal =
        malformed(data.login(), data.displayName())
            .or(() -> PasswordPolicy.refusal(data.password(), data.login(), data.displayName()));
    if (refusal.isPresent()) {
      return new UserChange.Refused(refusal.get());
    }
    var hash = Passwords.hash(data.password()); // slow, so before the lock
    return inTransaction(() -> {
      if (!administrators.includes(actor)) {
        return new UserChange.Refused(AccessRefusal.NOT_ALLOWED);
      }
      if (store.findByLogin(data.login()).isPresent()) {
        return new UserChange.Refused(AccessRefusal.LOGIN_TAKEN);
      }
      return insert(data, hash, actor, AuditAction.USER_CREATED);
    });
  }

  /** The caller has checked everything and holds the lock. */
  UserChange insert(NewUser data, String hash, Actor actor, AuditAction action) {
    var user =
        new User(
            UserId.fresh(),
            data.login(),
            data.displayName(),
            data.roles(),
            data.language(),
            Theme.SYSTEM,
            true,
            1,
            Timestamps.now(clock),
            null);
    store.insert(user, hash);
    audit.append(
        actor,
        action,
        THING,
        user.id().toString(),
        Map.of("login", data.login(), "roles", Names.of(data.roles())));
    return new UserChange.Changed(user);
  }

  /** Replaces somebody's roles. */
  public UserChange changeRoles(UserId id, Set<Role> roles, Actor actor) {
    return change(
        id,
        actor,
        user -> {
          if (actor.id().equals(id.toString()) && !user.roles().containsAll(roles)) {
            return Optional.of(AccessRefusal.OWN_ROLES);
          }
          return roles.contains(Role.ADMINISTRATOR) ? Optional.empty() : lastAdministrator(user);
        },
        user -> {
          if (!user.roles().equals(roles)) {
            store.setRoles(id, roles);
            note(
                actor,
                AuditAction.ROLES_CHANGED,
                id,
                Map.of("from", Names.of(user.roles()), "to", Names.of(roles)));
            events.publishEvent(new RolesChanged(id, roles, actor));
          }
        });
  }

  public UserChange rename(UserId id, String displayName, Actor actor) {
    return change(
        id,
        actor,
        user ->
            Names.isName(displayName)
                ? Optional.empty()
                : Optional.of(AccessRefusal.NAME_MALFORMED),
        user -> {
          store.setName(id, displayName);
          note(
              actor,
              AuditAction.USER_CHANGED,
              id,
              Map.of("from", user.displayName(), "to", displayName));
        });
  }

  /** Ends somebody's access; open sessions end with it. */
  public UserChange deactivate(UserId id, Actor actor) {
    return change(
        id,
        actor,
        this::lastAdministrator,
        user -> {
          store.setActive(id, false);
          note(actor, AuditAction.USER_DEACTIVATED, id, Map.of());
        });
  }

  public UserChange activate(UserId id, Actor actor) {
    return change(
        id,
        actor,
        user -> Optional.empty(),
        user -> {
          store.setActive(id, true);
          note(actor, AuditAction.USER_ACTIVATED, id, Map.of());
        });
  }

  /** An administrator gives somebody a new password. */
  public UserChange resetPassword(UserId id, String password, Actor actor) {
    return change(
        id,
        actor,
        user -> PasswordPolicy.refusal(password, user.login(), user.displayName()),
        user -> {
          store.setPassword(id, Passwords.hash(password));
          note(actor, AuditAction.PASSWORD_RESET, id, Map.of());
        });
  }

  /** A person changes their own password; their other sessions end. */
  public UserChange changePassword(UserId id, String current, String next, String source) {
    var user = store.find(id);
    if (user.isEmpty()) {
      return new UserChange.Refused(AccessRefusal.UNKNOWN_USER);
    }
    var wrong = signIn.confirm(user.get(), current, source);
    var refusal =
        wrong.or(() -> PasswordPolicy.refusal(next, user.get().login(), user.get().displayName()));
    if (refusal.isPresent()) {
      return new UserChange.Refused(refusal.get());
    }
    var hash = Passwords.hash(next);
    return inTransaction(() -> {
      store.setPassword(id, hash);
      note(user.get().actor(), AuditAction.PASSWORD_CHANGED, id, Map.of());
      return new UserChange.Changed(store.find(id).orElseThrow());
    });
  }

  /** How a person likes the studio. */
  public void prefer(UserId id, Language language, Theme theme) {
    store.setPreferences(id, language, theme);
  }

  static Optional<AccessRefusal> malformed(String login, String displayName) {
    if (!Names.isLogin(login)) {
      return Optional.of(AccessRefusal.LOGIN_MALFORMED);
    }
    return Names.isName(displayName) ? Optional.empty() : Optional.of(AccessRefusal.NAME_MALFORMED);
  }

  private Optional<AccessRefusal> lastAdministrator(User user) {
    return user.active() && user.has(Role.ADMINISTRATOR) && !store.hasOtherAdministrator(user.id())
        ? Optional.of(AccessRefusal.LAST_ADMINISTRATOR)
        : Optional.empty();
  }

  private UserChange change(UserId id, Actor actor, Rule rule, Effect effect) {
    return inTransaction(() -> {
      if (!administrators.includes(actor)) {
        return new UserChange.Refused(AccessRefusal.NOT_ALLOWED);
      }
      var user = store.find(id);
      var refusal =
          user.isEmpty() ? Optional.of(AccessRefusal.UNKNOWN_USER) : rule.refusal(user.get());
      if (refusal.isPresent()) {
        return new UserChange.Refused(refusal.get());
      }
      effect.on(user.orElseThrow());
      return new UserChange.Changed(store.find(id).orElseThrow());
    });
  }

  private UserChange inTransaction(Supplier<UserChange> work) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          store.lock();
          return work.get();
        }));
  }

  private void note(Actor actor, AuditAction action, UserId id, Map<String, String> details) {
    audit.append(actor, action, THING, id.toString(), details);
  }

  /** What must hold before a change. */
  private interface Rule {
    Optional<AccessRefusal> refusal(User user);
  }

  /** What a change does. */
  private interface Effect {
    void on(User user);
  }
}
