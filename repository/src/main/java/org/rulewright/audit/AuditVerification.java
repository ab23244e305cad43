package org.rulewright.audit;

/** What walking the whole chain found. */
public sealed interface AuditVerification {

  /**
   * Every entry is as it was written, from the first to the last.
   *
   * @param head hash of the last entry, in hex: compare it with one noted elsewhere to see that the
   *     end was not cut off
   */
  record Intact(long entries, String head) implements AuditVerification {}

  /** The chain breaks at this position. */
  record Broken(long position, Damage damage) implements AuditVerification {}

  /** How an entry does not fit. */
  enum Damage {
    /** Entries before this one are missing, or one was put in. */
    GAP,
    /** Its content is not what was written. */
    ALTERED,
    /** It does not continue the entry before. */
    UNCHAINED,
    /** It cannot even be read as an entry. */
    UNREADABLE
  }
}
