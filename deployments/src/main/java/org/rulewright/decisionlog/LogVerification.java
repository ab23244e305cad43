package org.rulewright.decisionlog;

import java.util.List;

/**
 * The result of walking all chains.
 *
 * @param checked records whose digest was computed again
 * @param dropped digests whose month was dropped: their proof stands without the record
 * @param findings what does not fit, at most the first hundred
 */
public record LogVerification(long sessions, long checked, long dropped, List<String> findings) {

  /** Whether nothing was altered, removed or inserted. */
  public boolean intact() {
    return findings.isEmpty();
  }
}
