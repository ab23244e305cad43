package org.rulewright.database;

import org.jspecify.annotations.Nullable;

/** The studio cannot start on this data, for one reason that a person can read and remedy. */
public abstract sealed class StartRefusedException extends RuntimeException {

  private StartRefusedException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The whole reason in one sentence. */
  public final String sentence() {
    return String.valueOf(getMessage());
  }

  /** Another studio that is alive keeps its data here. */
  public static final class FolderInUse extends StartRefusedException {
    FolderInUse(String sentence) {
      super(sentence, null);
    }
  }

  /** The data was written by a newer version of the product. */
  public static final class DataIsNewer extends StartRefusedException {
    DataIsNewer(String sentence) {
      super(sentence, null);
    }
  }

  /** The data was written by an older PostgreSQL that this version cannot read. */
  public static final class DataIsOlder extends StartRefusedException {
    DataIsOlder(String sentence) {
      super(sentence, null);
    }
  }

  /** The data folder cannot be written. */
  public static final class FolderNotWritable extends StartRefusedException {
    FolderNotWritable(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  /** The disk has no room left for the data. */
  public static final class DiskFull extends StartRefusedException {
    DiskFull(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }

  /** The database did not start, or cannot be reached with what was configured. */
  public static final class DatabaseUnavailable extends StartRefusedException {
    DatabaseUnavailable(String sentence, @Nullable Throwable cause) {
      super(sentence, cause);
    }
  }
}
