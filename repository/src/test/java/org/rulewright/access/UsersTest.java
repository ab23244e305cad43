package org.rulewright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.access.AccessFixture.PASSWORD;
import static org.rulewright.access.AccessFixture.created;
import static org.rulewright.access.AccessFixture.freshLogin;
import static org.rulewright.access.AccessFixture.newUser;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.access.UserChange.Refused;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.database.PostgresTest;
import org.rulewright.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
final class UsersTest {

  private final TestDatabase database;
  private final AccessFixture access;
  private final Users users;

  UsersTest(TestDatabase database) {
    this.database = database;
    this.access = new AccessFixture(database);
    this.users = access.users;
  }

  @BeforeEach
  void nobody() {
    JdbcClient.create(database.superuser()).sql("DELETE FROM rw.users").update();
  }

  @Test
  void aCreatedUserIsFoundAndAudited() {
    var login = freshLogin();

    var anna = created(users.create(newUser(login, PASSWORD, Role.STRATEGIST), Actor.SYSTEM));

    assertThat(users.find(anna.id())).contains(anna);
    assertThat(users.findByLogin(login.toUpperCase(Locale.ROOT))).contains(anna);
    assertThat(anna.roles()).containsExactly(Role.STRATEGIST);
    assertThat(access.audited(AuditAction.USER_CREATED, anna.id().toString())).isEqualTo(1);
  }

  @Test
  void thePasswordIsKeptAsArgon2idOnly() {
    var anna = access.aUser();

    assertThat(
            database
                .jdbc()
                .sql("SELECT password_hash FROM users WHERE id = :id")
                .param("id", anna.id().value())
                .query(String.class)
                .single())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void onlyAnActiveAdministratorWhoSignedInChangesUsers() {
    var administrator = access.aUser(Role.ADMINISTRATOR);
    var former = access.aUser(Role.ADMINISTRATOR);
    users.deactivate(former.id(), administrator.actor());
    var governor = access.aUser(Role.GOVERNOR);
    var script = new Actor(ActorKind.KEY, "k1", "script");

    assertThat(users.rename(governor.id(), "New Name", administrator.actor()))
        .isInstanceOf(UserChange.Changed.class);
    for (var actor : List.of(governor.actor(), former.actor(), script)) {
      assertThat(users.create(newUser(freshLogin(), PASSWORD), actor))
          .isEqualTo(new Refused(AccessRefusal.NOT_ALLOWED));
      assertThat(users.changeRoles(governor.id(), Set.of(), actor))
          .isEqualTo(new Refused(AccessRefusal.NOT_ALLOWED));
      assertThat(users.resetPassword(governor.id(), PASSWORD + "!", actor))
          .isEqualTo(new Refused(AccessRefusal.NOT_ALLOWED));
    }
  }

  @Test
  void nobodyGrantsARoleToThemselves() {
    var administrator = access.aUser(Role.ADMINISTRATOR, Role.REVIEWER);

    assertThat(
            users.changeRoles(
                administrator.id(),
                Set.of(Role.ADMINISTRATOR, Role.REVIEWER, Role.GOVERNOR),
                administrator.actor()))
        .isEqualTo(new Refused(AccessRefusal.OWN_ROLES));
    assertThat(
            created(
                    users.changeRoles(
                        administrator.id(), Set.of(Role.ADMINISTRATOR), administrator.actor()))
                .roles())
        .as("giving one up is fine")
        .containsExactly(Role.ADMINISTRATOR);
  }

  @Test
  void theLastAdministratorStays() {
    var first = access.aUser(Role.ADMINISTRATOR);
    var second = access.aUser(Role.ADMINISTRATOR);
    created(users.deactivate(second.id(), first.actor()));

    assertThat(users.changeRoles(first.id(), Set.of(Role.REVIEWER), Actor.SYSTEM))
        .isEqualTo(new Refused(AccessRefusal.LAST_ADMINISTRATOR));
    assertThat(users.deactivate(first.id(), first.actor()))
        .isEqualTo(new Refused(AccessRefusal.LAST_ADMINISTRATOR));
  }

  @Test
  void twoAdministratorsWhoRemoveEachOtherAtOnceLeaveOne() throws Exception {
    var first = access.aUser(Role.ADMINISTRATOR);
    var second = access.aUser(Role.ADMINISTRATOR);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(
          List.<Callable<UserChange>>of(
              () -> users.deactivate(second.id(), first.actor()),
              () -> users.deactivate(first.id(), second.actor())));
    }

    assertThat(users.list().stream().filter(User::active)).hasSize(1);
  }

  @Test
  void aChangeOfRolesIsAuditedWithBothAndEndsSessions() {
    var administrator = access.aUser(Role.ADMINISTRATOR);
    var anna = access.aUser(Role.STRATEGIST);

    var changed =
        created(users.changeRoles(anna.id(), Set.of(Role.GOVERNOR), administrator.actor()));

    assertThat(changed.epoch()).isGreaterThan(anna.epoch());
    var entry =
        access
            .audit
            .search(AuditQuery.ofThing("user", anna.id().toString(), 1))
            .entries()
            .getFirst();
    assertThat(entry.action()).isEqualTo(AuditAction.ROLES_CHANGED);
    assertThat(entry.actor()).isEqualTo(administrator.actor());
    assertThat(entry.details()).containsEntry("from", "STRATEGIST").containsEntry("to", "GOVERNOR");
  }

  @Test
  void malformedAndTakenNamesAreRefused() {
    var anna = access.aUser();

    assertThat(users.create(newUser(anna.login().toUpperCase(Locale.ROOT), PASSWORD), Actor.SYSTEM))
        .isEqualTo(new Refused(AccessRefusal.LOGIN_TAKEN));
    for (var wrong : new String[] {"", "a", "a b", "x".repeat(65), "a\0b", "<script>"}) {
      assertThat(users.create(newUser(wrong, PASSWORD), Actor.SYSTEM))
          .as(wrong)
          .isEqualTo(new Refused(AccessRefusal.LOGIN_MALFORMED));
    }
    assertThat(users.rename(anna.id(), "two\nlines", Actor.SYSTEM))
        .isEqualTo(new Refused(AccessRefusal.NAME_MALFORMED));
    assertThat(users.rename(anna.id(), "王小明", Actor.SYSTEM)).isInstanceOf(UserChange.Changed.class);
  }

  @Test
  void preferencesAreKept() {
    var anna = access.aUser();

    users.prefer(anna.id(), Language.EN, Theme.DARK);

    var kept = users.find(anna.id()).orElseThrow();
    assertThat(kept.language()).isEqualTo(Language.EN);
    assertThat(kept.theme()).isEqualTo(Theme.DARK);
  }

  @Test
  void whoeverChangesTheirPasswordKnowsTheOldOne() {
    var anna = access.aUser();

    assertThat(users.changePassword(anna.id(), "wrong", "another long secret", "::1"))
        .isEqualTo(new Refused(AccessRefusal.WRONG_PASSWORD));
    assertThat(users.changePassword(anna.id(), PASSWORD, "short", "::1"))
        .isEqualTo(new Refused(AccessRefusal.PASSWORD_TOO_SHORT));
    created(users.changePassword(anna.id(), PASSWORD, "another long secret", "::1"));

    assertThat(users.authenticate(anna.login(), "another long secret", "::1"))
        .isInstanceOf(LoginResult.SignedIn.class);
    assertThat(users.authenticate(anna.login(), PASSWORD, "::1"))
        .isEqualTo(new LoginResult.Rejected());
  }
}
