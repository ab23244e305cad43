package org.rulewright.database;

import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that somebody else runs, as the configuration names it. */
final class ExternalDatabase {

  private static final System.Logger LOG = System.getLogger(ExternalDatabase.class.getName());

  private ExternalDatabase() {}

  /** Looks up one property. */
  @FunctionalInterface
  interface Properties {
    @Nullable String get(String name);
  }

  static Optional<DatabaseLogins> logins(Properties properties) {
    var url = properties.get("spring.datasource.url");
    if (url == null || url.isBlank()) {
      return Optional.empty();
    }
    var runtime =
        new Login(
            url,
            or(properties.get("spring.datasource.username"), ""),
            or(properties.get("spring.datasource.password"), ""));
    var owner =
        new Login(
            or(properties.get("rulewright.migration.url"), url),
            or(properties.get("rulewright.migration.username"), runtime.username()),
            or(properties.get("rulewright.migration.password"), runtime.password()));
    var logins = new DatabaseLogins(owner, runtime);
    if (!logins.separated()) {
      LOG.log(
          Level.WARNING,
          "One database role both migrates and works: set rulewright.migration.username and .password of an owner role, so that the studio itself cannot alter its records.");
    }
    return Optional.of(logins);
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value;
  }
}
