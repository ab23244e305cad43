package org.rulewright.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes, checks and revokes the keys of scripts. */
@Service
public class ApiKeys {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM = Pattern.compile("rw_[A-Za-z0-9_-]{43}");
  private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);
  private static final String THING = "key";

  private final ApiKeyStore store;
  private final Administrators administrators;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock = Clock.systemUTC();
  private final Map<KeyId, Instant> usesWritten = new ConcurrentHashMap<>();

  /** For use without Spring: nobody hears of changes. */
  public ApiKeys(JdbcClient jdbc, AuditTrail audit, PlatformTransactionManager transactions) {
    this(jdbc, audit, transactions, unheard -> {});
  }

  @Autowired
  public ApiKeys(
      JdbcClient jdbc,
      AuditTrail audit,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events) {
    this.store = new ApiKeyStore(jdbc);
    this.administrators = new Administrators(new UserStore(jdbc));
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
    this.events = events;
  }

  /**
   * Makes a key.
   *
   * @param environments where it may ask for decisions; empty means everywhere
   * @throws KeyRefusedException when it has no name or role, a role that is not for keys, or the
   *     actor is not an administrator
   */
  public NewApiKey create(String name, Set<Role> roles, Set<String> environments, Actor actor) {
    check(name, roles);
    var secret = freshSecret();
    var key =
        new ApiKey(
            KeyId.fresh(),
            name,
            secret.substring(0, 8),
            roles,
            environments,
            actor.name(),
            Timestamps.now(clock),
            null,
            null);
    transaction.executeWithoutResult(status -> {
      if (!administrators.includes(actor)) {
        throw new KeyRefusedException(AccessRefusal.NOT_ALLOWED);
      }
      store.insert(key, hash(secret));
      audit.append(
          actor,
          AuditAction.KEY_CREATED,
          THING,
          key.id().toString(),
          Map.of(
              "name", name,
              "roles", Names.of(roles),
              "environments", String.join(",", environments.stream().sorted().toList())));
    });
    return new NewApiKey(key, secret);
  }

  private static void check(String name, Set<Role> roles) {
    if (!Names.isName(name)) {
      throw new KeyRefusedException(AccessRefusal.NAME_MALFORMED);
    }
    if (roles.isEmpty()) {
      throw new KeyRefusedException(AccessRefusal.NO_ROLE);
    }
    if (!roles.stream().allMatch(Role::forKeys)) {
      throw new KeyRefusedException(AccessRefusal.ROLE_NOT_FOR_KEYS);
    }
  }

  /** The key of a secret, unless it is unknown or revoked. */
  public Optional<ApiKey> authenticate(String secret) {
    if (!FORM.matcher(secret).matches()) {
      return Optional.empty();
    }
    var found = store.findActive(hash(secret));
    found.ifPresent(this::noteUse);
    return found;
  }

  /** Not with each use: a busy key would write as often as it decides. */
  private void noteUse(ApiKey key) {
    var now = Timestamps.now(clock);
    var last = usesWritten.get(key.id());
    if (last == null || last.plus(USE_WRITTEN_EVERY).isBefore(now)) {
      usesWritten.put(key.id(), now);
      store.used(key.id(), now);
    }
  }

  /** False when there is no such key, it was revoked before, or the actor is no administrator. */
  public boolean revoke(KeyId id, Actor actor) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          var revoked = administrators.includes(actor) && store.revoke(id, Timestamps.now(clock));
          if (revoked) {
            audit.append(actor, AuditAction.KEY_REVOKED, THING, id.toString(), Map.of());
            store.find(id).ifPresent(key -> events.publishEvent(new KeyRevoked(key, actor)));
          }
          return revoked;
        }));
  }

  public Optional<ApiKey> find(KeyId id) {
    return store.find(id);
  }

  /** Newest first, revoked ones too. */
  public List<ApiKey> list() {
    return store.list();
  }

  private static String freshSecret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return "rw_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A plain hash is enough: 256 random bits cannot be guessed. */
  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
