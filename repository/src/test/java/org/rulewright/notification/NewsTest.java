package org.rulewright.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.access.ApiKeys;
import org.rulewright.access.KeyRevoked;
import org.rulewright.access.Role;
import org.rulewright.access.RolesChanged;
import org.rulewright.access.User;
import org.rulewright.access.UserChange;
import org.rulewright.access.Users;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditTrail;
import org.rulewright.database.PostgresTest;
import org.rulewright.job.Job;
import org.rulewright.job.JobEnded;
import org.rulewright.job.JobFailure;
import org.rulewright.job.JobId;
import org.rulewright.job.JobState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What jobs, users and keys have people told. */
@PostgresTest
final class NewsTest {

  private static final JobId JOB = JobId.of("2a0b5f0e-0000-4000-8000-000000000001");
  private static final JobSubject IMPORTS =
      new JobSubject() {
        @Override
        public String kind() {
          return "import";
        }

        @Override
        public Yield of(Job job) {
          return new Yield(
              new Thing(ThingKind.DATASET, job.parameters()), "kept".equals(job.result()));
        }
      };

  private final NotifiedPeople people;
  private final Users users;
  private final ApiKeys keys;
  private final JobNews jobNews;

  NewsTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    people = NotifiedPeople.on(jdbc, transactions);
    var audit = new AuditTrail(jdbc, transactions);
    var accessNews = new AccessNews(people.notifications(), audit);
    ApplicationEventPublisher events =
        event -> {
          switch (event) {
            case RolesChanged changed -> accessNews.on(changed);
            case KeyRevoked revoked -> accessNews.on(revoked);
            default -> throw new AssertionError(event);
          }
        };
    users = new Users(jdbc, audit, transactions, events);
    keys = new ApiKeys(jdbc, audit, transactions, events);
    jobNews = new JobNews(people.notifications(), List.of(IMPORTS));
  }

  @Test
  void aJobThatEndedLeadsWhoStartedItToWhatCameOfIt() {
    var owner = people.aPersonWho(Role.STRATEGIST);
    var other = people.aPersonWho(Role.STRATEGIST);

    jobNews.on(new JobEnded(job("import", owner, JobState.DONE, "kept")));
    jobNews.on(new JobEnded(job("import", owner, JobState.DONE, "refused")));
    jobNews.on(new JobEnded(job("import", owner, JobState.FAILED, null)));

    var thing = new Thing(ThingKind.DATASET, "loans");
    assertThat(people.of(owner.id()))
        .containsExactly(
            new Notice(NotificationKind.JOB_FAILED, thing, Map.of("title", "贷款 ← a.csv")),
            new Notice(NotificationKind.JOB_FRUITLESS, thing, Map.of("title", "贷款 ← a.csv")),
            new Notice(NotificationKind.JOB_DONE, thing, Map.of("title", "贷款 ← a.csv")));
    assertThat(people.of(other.id())).isEmpty();
  }

  @Test
  void aJobNobodyKnowsMoreOfLeadsToTheListOfJobs() {
    var owner = people.aPersonWho(Role.OPERATOR);

    jobNews.on(new JobEnded(job("other", owner, JobState.DONE, "{}")));

    assertThat(people.of(owner.id()))
        .extracting(Notice::thing)
        .containsExactly(new Thing(ThingKind.JOB, JOB.toString()));
  }

  @Test
  void whatSomebodyCancelledIsNoNews() {
    var owner = people.aPersonWho(Role.STRATEGIST);

    jobNews.on(new JobEnded(job("import", owner, JobState.CANCELLED, null)));

    assertThat(people.of(owner.id())).isEmpty();
  }

  @Test
  void aPersonWhoseRolesChangedIsToldEvenIfNoneIsLeft() {
    var administrator = people.aPersonWho(Role.ADMINISTRATOR);
    var person = people.aPersonWho(Role.STRATEGIST);

    users.changeRoles(person.id(), Set.of(Role.STRATEGIST), administrator.actor());
    assertThat(people.of(person.id())).as("nothing changed").isEmpty();
    users.changeRoles(person.id(), Set.of(), administrator.actor());

    assertThat(people.of(person.id()))
        .containsExactly(
            new Notice(
                NotificationKind.ROLES_CHANGED,
                new Thing(ThingKind.ACCOUNT, ""),
                Map.of("roles", "", "by", "Somebody")));
    assertThat(people.of(administrator.id())).isEmpty();
  }

  @Test
  void aRefusedChangeOfRolesTellsNobody() {
    var person = people.aPersonWho(Role.STRATEGIST);
    var governor = people.aPersonWho(Role.GOVERNOR);

    var change = users.changeRoles(person.id(), Set.of(Role.GOVERNOR), governor.actor());

    assertThat(change).isInstanceOf(UserChange.Refused.class);
    assertThat(people.of(person.id())).isEmpty();
  }

  @Test
  void whoMadeAKeyIsToldThatAnotherRevokedIt() {
    var maker = people.aPersonWho(Role.ADMINISTRATOR);
    var other = people.aPersonWho(Role.ADMINISTRATOR);
    var first = keys.create("core", Set.of(Role.CALLER), Set.of(), maker.actor()).key();
    var second = keys.create("own", Set.of(Role.CALLER), Set.of(), maker.actor()).key();

    keys.revoke(first.id(), other.actor());
    keys.revoke(second.id(), maker.actor());

    assertThat(people.of(maker.id()))
        .containsExactly(
            new Notice(
                NotificationKind.KEY_REVOKED,
                new Thing(ThingKind.KEY, first.id().toString()),
                Map.of("key", "core", "by", "Somebody")));
    assertThat(people.of(other.id())).isEmpty();
  }

  private static Job job(String kind, User owner, JobState state, @Nullable String result) {
    var now = Instant.now();
    Actor by = owner.actor();
    return new Job(
        JOB,
        kind,
        "贷款 ← a.csv",
        state,
        1,
        1,
        1,
        "",
        "loans",
        result,
        state == JobState.FAILED ? "no" : null,
        state == JobState.FAILED ? JobFailure.ERROR : null,
        by,
        now,
        now,
        now,
        null);
  }
}
