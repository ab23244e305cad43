package org.rulewright.decisionlog;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means for a commit group, by its SQL state. */
enum SqlFailure {
  /** A value or a constraint: some record of the group cannot be stored. */
  RECORD,
  /** Two transactions were in each other's way: the same again may well work. */
  COLLISION,
  /** The connection is gone, or the server goes down. */
  CONNECTION,
  /** Anything else, such as a missing right or a full disk: no fault of any record. */
  OTHER;

  static SqlFailure of(Exception failure) {
    return failure instanceof SQLException sql ? ofState(sql.getSQLState()) : RECORD;
  }

  private static SqlFailure ofState(@Nullable String state) {
    if (state == null || state.length() != 5) {
      return CONNECTION;
    }
    return switch (state.substring(0, 2)) {
      case "22", "23", "54", "P0" -> RECORD;
      case "40" -> COLLISION;
      case "08", "57" -> CONNECTION;
      default -> OTHER;
    };
  }
}
