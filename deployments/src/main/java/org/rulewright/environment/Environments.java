package org.rulewright.environment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The environments of this installation; they are fixed. */
@Service
public class Environments {

  private static final String ALL =
      "select name, name_zh, name_en, position from rw.environment order by position";

  private final JdbcClient jdbc;

  public Environments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns all in the order a change goes through them. */
  public List<Environment> list() {
    return jdbc.sql(ALL).query(Environments::environment).list();
  }

  public Optional<Environment> find(String name) {
    return list().stream().filter(found -> found.name().equals(name)).findFirst();
  }

  private static Environment environment(ResultSet row, int line) throws SQLException {
    return new Environment(
        row.getString("name"),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getInt("position"));
  }
}
