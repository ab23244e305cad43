package org.rulewright.database;

/** The proof that the schema is this version's: pools are opened from nothing else. */
record MigratedDatabase(DatabaseLogins logins) {

  static MigratedDatabase bringUp(DatabaseLogins logins) {
    Migration.run(logins);
    return new MigratedDatabase(logins);
  }
}
