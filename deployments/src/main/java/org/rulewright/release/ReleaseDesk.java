package org.rulewright.release;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.rulewright.access.User;
import org.rulewright.access.UserId;
import org.rulewright.access.Users;
import org.rulewright.asset.Refusal;
import org.rulewright.asset.Strategy;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.release.ReleaseResult.Refused;
import org.rulewright.release.ReleaseResult.Released;
import org.rulewright.version.Version;
import org.rulewright.version.VersionCompiler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one place where what is active changes: checked, switched, written down and audited as one.
 */
@Component
class ReleaseDesk {

  private final Users users;
  private final ReleaseStore releases;
  private final Rollouts rollouts;
  private final VersionCompiler compiler;
  private final AuditTrail audit;
  private final ReleaseNews news;
  private final TransactionTemplate transaction;

  ReleaseDesk(
      Users users,
      ReleaseStore releases,
      Rollouts rollouts,
      VersionCompiler compiler,
      AuditTrail audit,
      ReleaseNews news,
      PlatformTransactionManager transactions) {
    this.users = users;
    this.releases = releases;
    this.rollouts = rollouts;
    this.compiler = compiler;
    this.audit = audit;
    this.news = news;
    this.transaction = new TransactionTemplate(transactions);
  }

  ReleaseResult release(Strategy strategy, Version version, String environment, Actor by) {
    String thingId = version.id().toString();
    // Compiled before anything is locked: a large model takes a while.
    switch (ReleaseCompilation.of(version, compiler)) {
      case ReleaseCompilation.Failed failed -> {
        return refuse(failed.refusal(), environment, thingId, by);
      }
      case ReleaseCompilation.Compiled compiled -> {
        return decided(
            environment,
            thingId,
            by,
            () -> release(strategy, version, environment, compiled.share(), by));
      }
    }
  }

  private ReleaseResult release(
      Strategy strategy, Version version, String environment, BigDecimal share, Actor by) {
    var key = new RolloutKey(environment, strategy.key());
    Rollouts.State before = rollouts.lock(key);
    var request =
        new ReleaseRequest(
            strategy,
            version,
            environment,
            by,
            person(by),
            before.release().flatMap(releases::find));
    List<Refusal> refusals =
        ReleasePolicy.all().stream().flatMap(policy -> policy.check(request).stream()).toList();
    if (!refusals.isEmpty()) {
      return new Refused(refusals);
    }
    var release =
        new Release(
            new ReleaseId(UUID.randomUUID()),
            ReleaseDigest.of(version, EngineVersion.CURRENT),
            version,
            environment,
            EngineVersion.CURRENT,
            share,
            before.release().orElse(null),
            by,
            before.now());
    releases.insert(release);
    return activate(ReleaseEvent.Kind.RELEASED, key, before, release, by);
  }

  ReleaseResult back(RolloutKey key, Actor by) {
    return decided(key.environment(), key.strategy().value(), by, () -> goBack(key, by));
  }

  private ReleaseResult goBack(RolloutKey key, Actor by) {
    if (by.kind() != ActorKind.USER) {
      return refused(ReleasePolicies.PERSON_NEEDED);
    }
    if (person(by).filter(ReleasePolicies::isGovernor).isEmpty()) {
      return refused(ReleasePolicies.GOVERNOR_NEEDED);
    }
    Optional<Rollouts.State> before = rollouts.lockExisting(key);
    return before
        .flatMap(Rollouts.State::release)
        .flatMap(releases::find)
        .flatMap(Release::before)
        .flatMap(releases::find)
        .map(to -> activate(ReleaseEvent.Kind.BACK, key, before.orElseThrow(), to, by))
        .orElse(refused(ReleasePolicies.NOTHING_BEFORE));
  }

  private ReleaseResult activate(
      ReleaseEvent.Kind kind, RolloutKey key, Rollouts.State before, Release release, Actor by) {
    long epoch = before.epoch() + 1;
    rollouts.activate(key, release.id(), epoch);
    var event =
        new ReleaseEvent(
            kind,
            key.environment(),
            key.strategy(),
            release.id(),
            release.digest(),
            release.version().id(),
            release.version().number(),
            before.release().orElse(null),
            epoch,
            by,
            before.now());
    releases.insert(event);
    audit.append(
        by,
        kind == ReleaseEvent.Kind.BACK ? AuditAction.RELEASE_TAKEN_BACK : AuditAction.RELEASED,
        "release",
        release.id().toString(),
        Map.of(
            "environment", key.environment(),
            "strategy", key.strategy().value(),
            "version", Integer.toString(release.version().number()),
            "digest", release.digest(),
            "replaced", before.release().map(ReleaseId::toString).orElse("")));
    news.changed(event, release.version());
    return new Released(release);
  }

  private Optional<User> person(Actor actor) {
    if (actor.kind() != ActorKind.USER) {
      return Optional.empty();
    }
    // The roles of now: those of the session may be old.
    return users.find(UserId.of(actor.id()));
  }

  // The refusal is written down after the transaction: it must stay although nothing else does.
  private ReleaseResult decided(
      String environment, String thingId, Actor by, Supplier<ReleaseResult> work) {
    ReleaseResult result = Objects.requireNonNull(transaction.execute(status -> work.get()));
    if (result instanceof Refused refused) {
      refused.refusals().forEach(refusal -> refuse(refusal, environment, thingId, by));
    }
    return result;
  }

  ReleaseResult refuse(Refusal refusal, String environment, String thingId, Actor by) {
    audit.append(
        by,
        AuditAction.RELEASE_REFUSED,
        "release",
        thingId,
        Map.of("environment", environment, "reason", refusal.code()));
    return refused(refusal);
  }

  private static ReleaseResult refused(Refusal refusal) {
    return new Refused(List.of(refusal));
  }
}
