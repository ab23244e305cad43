package org.rulewright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.access.UserChange.Refused;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.database.DataFolder;
import org.rulewright.database.TestDatabase;
import org.springframework.jdbc.support.JdbcTransactionManager;

final class FirstRunTest {

  @TempDir Path folder = Path.of("/");
  private TestDatabase database = TestDatabase.fresh();
  private AccessFixture access = new AccessFixture(database);
  private FirstRun firstRun = firstRun();

  @BeforeEach
  void start() {
    firstRun = firstRun();
    firstRun.offerCode();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private FirstRun firstRun() {
    return new FirstRun(
        database.jdbc(),
        access.users,
        new JdbcTransactionManager(database.runtime()),
        DataFolder.attach(folder));
  }

  @Test
  void theCodeMakesOneAdministratorAndIsGone() throws IOException {
    var code = code();

    var administrator =
        AccessFixture.created(complete(code.toLowerCase(Locale.ROOT).replace("-", " ")));

    assertThat(administrator.roles()).containsExactly(Role.ADMINISTRATOR);
    assertThat(firstRun.pending()).isFalse();
    assertThat(folder.resolve(FirstRun.CODE_FILE)).doesNotExist();
    assertThat(complete(code)).isEqualTo(new Refused(AccessRefusal.WRONG_CODE));
    assertThat(
            access
                .audit
                .search(AuditQuery.ofAction(AuditAction.FIRST_ADMINISTRATOR_CREATED, 2))
                .entries())
        .hasSize(1);
  }

  @Test
  void theCodeIsReadableByTheOwnerAloneAndStoredHashed() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(FirstRun.CODE_FILE))))
        .isEqualTo("rw-------");
    assertThat(database.jdbc().sql("SELECT code_hash FROM first_run").query(String.class).single())
        .startsWith("$argon2id$")
        .doesNotContain(code());
  }

  @Test
  void aWrongCodeIsRefusedAndSoonThrottled() throws IOException {
    for (var i = 0; i < 8; i++) {
      assertThat(complete("AAAAA-AAAAA-AAAAA-AAAAA"))
          .isEqualTo(new Refused(AccessRefusal.WRONG_CODE));
    }

    assertThat(complete(code())).isEqualTo(new Refused(AccessRefusal.THROTTLED));
    assertThat(firstRun.pending()).isTrue();
  }

  @Test
  void aWeakPasswordDoesNotUseTheCodeUp() throws IOException {
    assertThat(firstRun.complete(code(), "anna", "Anna", "password1234", Language.ZH, "::1"))
        .isEqualTo(new Refused(AccessRefusal.PASSWORD_COMMON));
    assertThat(complete(code())).isInstanceOf(UserChange.Changed.class);
  }

  @Test
  void theNextStartGivesAnotherCode() throws IOException {
    var first = code();

    firstRun.offerCode();

    assertThat(code()).isNotEqualTo(first);
    assertThat(complete(first)).isEqualTo(new Refused(AccessRefusal.WRONG_CODE));
    assertThat(complete(code())).isInstanceOf(UserChange.Changed.class);
  }

  @Test
  void onceThereAreUsersThereIsNoCode() {
    access.aUser(Role.ADMINISTRATOR);

    firstRun.offerCode();

    assertThat(folder.resolve(FirstRun.CODE_FILE)).doesNotExist();
  }

  private String code() throws IOException {
    return Files.readString(folder.resolve(FirstRun.CODE_FILE));
  }

  private UserChange complete(String code) {
    return firstRun.complete(code, "anna", "Anna", AccessFixture.PASSWORD, Language.ZH, "::1");
  }
}
