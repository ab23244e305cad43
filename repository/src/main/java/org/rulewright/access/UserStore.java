package org.rulewright.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of users. */
final class UserStore {

  private static final long LOCK = 0x7277757365727300L; // "rwusers"

  private final JdbcClient jdbc;

  UserStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Changes of users wait for each other, so that the last administrator is really the last. */
  void lock() {
    jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
  }

  boolean isEmpty() {
    return jdbc.sql("SELECT NOT EXISTS (SELECT 1 FROM users)").query(Boolean.class).single();
  }

  void insert(User user, String passwordHash) {
    jdbc.sql(
            """
            INSERT INTO users (id, login, display_name, password_hash, roles, language, theme,
                               active, epoch, created_at)
            VALUES (:id, :login, :name, :hash, :roles, :language, :theme, true, 1, :createdAt)
            """)
        .param("id", user.id().value())
        .param("login", user.login())
        .param("name", user.displayName())
        .param("hash", passwordHash)
        .param("roles", Names.array(user.roles()))
        .param("language", user.language().name())
        .param("theme", user.theme().name())
        .param("createdAt", Timestamps.at(user.createdAt()))
        .update();
  }

  Optional<User> find(UserId id) {
    return jdbc.sql("SELECT * FROM users WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> user(row))
        .optional();
  }

  Optional<User> findByLogin(String login) {
    return jdbc.sql("SELECT * FROM users WHERE lower(login) = lower(:login)")
        .param("login", login)
        .query((row, number) -> user(row))
        .optional();
  }

  List<User> list() {
    return jdbc.sql("SELECT * FROM users ORDER BY lower(login)")
        .query((row, number) -> user(row))
        .list();
  }

  Optional<String> passwordHash(UserId id) {
    return jdbc.sql("SELECT password_hash FROM users WHERE id = :id")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  boolean hasOtherAdministrator(UserId id) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM users
                           WHERE id <> :id AND active AND 'ADMINISTRATOR' = ANY (roles))
            """)
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  void setRoles(UserId id, Set<Role> roles) {
    jdbc.sql("UPDATE users SET roles = :roles, epoch = epoch + 1 WHERE id = :id")
        .param("id", id.value())
        .param("roles", Names.array(roles))
        .update();
  }

  void setActive(UserId id, boolean active) {
    jdbc.sql("UPDATE users SET active = :active, epoch = epoch + 1 WHERE id = :id")
        .param("id", id.value())
        .param("active", active)
        .update();
  }

  void setPassword(UserId id, String hash) {
    jdbc.sql("UPDATE users SET password_hash = :hash, epoch = epoch + 1 WHERE id = :id")
        .param("id", id.value())
        .param("hash", hash)
        .update();
  }

  /** The same password in a stronger form: nobody is signed out for it. */
  void strengthen(UserId id, String hash) {
    jdbc.sql("UPDATE users SET password_hash = :hash WHERE id = :id")
        .param("id", id.value())
        .param("hash", hash)
        .update();
  }

  void setName(UserId id, String name) {
    jdbc.sql("UPDATE users SET display_name = :name WHERE id = :id")
        .param("id", id.value())
        .param("name", name)
        .update();
  }

  void setPreferences(UserId id, Language language, Theme theme) {
    jdbc.sql("UPDATE users SET language = :language, theme = :theme WHERE id = :id")
        .param("id", id.value())
        .param("language", language.name())
        .param("theme", theme.name())
        .update();
  }

  void loggedIn(UserId id, Instant now) {
    jdbc.sql("UPDATE users SET last_login_at = :now WHERE id = :id")
        .param("id", id.value())
        .param("now", Timestamps.at(now))
        .update();
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        new UserId(row.getObject("id", UUID.class)),
        row.getString("login"),
        row.getString("display_name"),
        Names.roles(row.getArray("roles")),
        Language.valueOf(row.getString("language")),
        Theme.valueOf(row.getString("theme")),
        row.getBoolean("active"),
        row.getInt("epoch"),
        Timestamps.required(row, "created_at"),
        Timestamps.optional(row, "last_login_at"));
  }
}
