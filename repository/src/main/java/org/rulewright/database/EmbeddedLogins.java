package org.rulewright.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The three roles of the embedded PostgreSQL and their passwords, which the data folder keeps. */
final class EmbeddedLogins {

  static final String SUPERUSER = "postgres";
  private static final String OWNER = "rw_owner";
  private static final String RUNTIME = "rw_app";

  private final int port;
  private final String superuserPassword;
  private final String ownerPassword;
  private final String runtimePassword;

  private EmbeddedLogins(int port, String superuser, String owner, String runtime) {
    this.port = port;
    this.superuserPassword = superuser;
    this.ownerPassword = owner;
    this.runtimePassword = runtime;
  }

  static EmbeddedLogins of(DataFolder data, int port) {
    return new EmbeddedLogins(
        port,
        data.secret(SUPERUSER, Secrets::password),
        data.secret(OWNER, Secrets::password),
        data.secret(RUNTIME, Secrets::password));
  }

  Login superuser() {
    return superuser("postgres");
  }

  Login superuser(String database) {
    return new Login(url(database), SUPERUSER, superuserPassword);
  }

  DatabaseLogins logins(String database) {
    return new DatabaseLogins(
        new Login(url(database), OWNER, ownerPassword),
        new Login(url(database), RUNTIME, runtimePassword));
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true&sslmode=disable"
        .formatted(port, database);
  }

  /** Creates what is missing; the passwords are set each time, so that the folder's are right. */
  void prepare(String database) throws SQLException {
    try (var connection = connect(superuser());
        var statement = connection.createStatement()) {
      role(statement, OWNER, ownerPassword);
      role(statement, RUNTIME, runtimePassword);
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '%s'", database)) {
        statement.execute("CREATE DATABASE %s OWNER %s".formatted(database, OWNER));
      }
      restrict(statement, database);
    }
  }

  static void restrict(Statement statement, String database) throws SQLException {
    statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
    statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE %s TO %s".formatted(database, RUNTIME));
  }

  static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.url(), login.username(), login.password());
  }

  private static void role(Statement statement, String name, String password) throws SQLException {
    var verb =
        exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'", name) ? "ALTER" : "CREATE";
    statement.execute(
        "%s ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s'"
            .formatted(verb, name, password));
  }

  private static boolean exists(Statement statement, String query, String name)
      throws SQLException {
    try (var found = statement.executeQuery(query.formatted(name))) {
      return found.next();
    }
  }
}
