package org.rulewright.decisionlog;

import java.util.List;
import java.util.Map;

/** How the transaction of one commit group ended. */
sealed interface GroupResult {

  /**
   * The group is durable.
   *
   * @param results what each entry is to be told
   * @param again entries that wait for a claim laid by a neighbour of the same group
   */
  record Committed(
      ChainHead head, Map<PreparedEntry, RecordResult> results, List<PreparedEntry> again)
      implements GroupResult {}

  /** Nothing of the group was stored. */
  record RolledBack(Exception cause) implements GroupResult {}

  /** The connection broke in the commit: whether the group was stored has to be looked up. */
  record Unknown(Exception cause, Committed ifStored) implements GroupResult {}

  /** No connection could be had. */
  record Unreachable(Exception cause) implements GroupResult {}
}
