package org.rulewright.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.database.PostgresTest;
import org.rulewright.database.TestDatabase;
import org.springframework.dao.DataIntegrityViolationException;

@PostgresTest
final class ApiKeysTest {

  private final TestDatabase database;
  private final AccessFixture access;
  private final ApiKeys keys;

  ApiKeysTest(TestDatabase database) {
    this.database = database;
    this.access = new AccessFixture(database);
    this.keys = access.keys;
  }

  @Test
  void aKeyLetsItsOwnerInUntilItIsRevoked() {
    var made = keys.create("nightly", Set.of(Role.CALLER), Set.of("production"), Actor.SYSTEM);

    var found = keys.authenticate(made.secret()).orElseThrow();
    assertThat(found).isEqualTo(made.key());
    assertThat(found.allows("production")).isTrue();
    assertThat(found.allows("test")).isFalse();
    assertThat(keys.find(found.id()).orElseThrow().lastUsedAt()).isNotNull();

    assertThat(keys.revoke(found.id(), Actor.SYSTEM)).isTrue();
    assertThat(keys.authenticate(made.secret())).isEmpty();
    assertThat(keys.revoke(found.id(), Actor.SYSTEM)).isFalse();
    assertThat(access.audited(AuditAction.KEY_CREATED, found.id().toString())).isEqualTo(1);
    assertThat(access.audited(AuditAction.KEY_REVOKED, found.id().toString())).isEqualTo(1);
  }

  @Test
  void theSecretIsNowhereKept() {
    var made = keys.create("secret", Set.of(Role.CALLER), Set.of(), Actor.SYSTEM);

    assertThat(made.secret()).matches("rw_[A-Za-z0-9_-]{43}");
    assertThat(made.toString()).doesNotContain(made.secret());
    for (var table : new String[] {"api_key", "audit"}) {
      assertThat(
              database
                  .jdbc()
                  .sql("SELECT count(*) FROM %s t WHERE t::text LIKE :secret".formatted(table))
                  .param("secret", "%" + made.secret().substring(8) + "%")
                  .query(Long.class)
                  .single())
          .as(table)
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GOVERNOR", "ADMINISTRATOR"})
  void aKeyIsNeverGovernorOrAdministrator(Role role) {
    assertThatThrownBy(() -> keys.create("k", Set.of(Role.CALLER, role), Set.of(), Actor.SYSTEM))
        .isInstanceOfSatisfying(
            KeyRefusedException.class,
            refused -> assertThat(refused.reason()).isEqualTo(AccessRefusal.ROLE_NOT_FOR_KEYS));

    var made = keys.create("k", Set.of(Role.CALLER), Set.of(), Actor.SYSTEM);
    assertThatThrownBy(() ->
            database
                .jdbc()
                .sql("UPDATE api_key SET roles = ARRAY[:role] WHERE id = :id")
                .param("role", role.name())
                .param("id", made.key().id().value())
                .update())
        .as("not even past the service")
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void onlyAnAdministratorMakesAndRevokesKeys() {
    var strategist = access.aUser(Role.STRATEGIST);
    var administrator = access.aUser(Role.ADMINISTRATOR);
    var made = keys.create("a", Set.of(Role.STRATEGIST), Set.of(), administrator.actor());

    for (var actor : new Actor[] {strategist.actor(), made.key().actor()}) {
      assertThatThrownBy(() -> keys.create("b", Set.of(Role.CALLER), Set.of(), actor))
          .isInstanceOfSatisfying(
              KeyRefusedException.class,
              refused -> assertThat(refused.reason()).isEqualTo(AccessRefusal.NOT_ALLOWED));
      assertThat(keys.revoke(made.key().id(), actor)).isFalse();
    }
    assertThat(keys.authenticate(made.secret())).isPresent();
  }

  @Test
  void whatIsNoKeyIsNotOne() {
    for (var wrong : new String[] {"", "rw_", "rw_" + "a".repeat(43), "x\0", "Bearer rw_1"}) {
      assertThat(keys.authenticate(wrong)).isEmpty();
    }
  }

  @Test
  void aKeyNeedsANameAndARole() {
    assertThatThrownBy(() -> keys.create(" ", Set.of(Role.CALLER), Set.of(), Actor.SYSTEM))
        .isInstanceOf(KeyRefusedException.class);
    assertThatThrownBy(() -> keys.create("k", Set.of(), Set.of(), Actor.SYSTEM))
        .isInstanceOf(KeyRefusedException.class);
  }
}
