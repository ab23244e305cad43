package org.rulewright.database;

import java.sql.SQLException;

/** Tells that the database ran out of room on its disk. */
public final class DiskRoom {
  private static final String DISK_FULL = "53100"; // PostgreSQL's SQL state

  private DiskRoom() {}

  /** Tells whether this very failure, not one of its causes, says so. */
  public static boolean ranOutIn(Throwable failure) {
    return failure instanceof SQLException refused && DISK_FULL.equals(refused.getSQLState());
  }
}
