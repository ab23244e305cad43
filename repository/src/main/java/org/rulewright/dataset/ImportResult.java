package org.rulewright.dataset;

import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Digest;

/**
 * What an import that ran to its end brought; the result of its job.
 *
 * @param snapshot number of the new snapshot; null when everything was refused
 * @param report the refused rows as CSV, null when there were none
 */
public record ImportResult(
    DatasetId dataset,
    @Nullable Integer snapshot,
    long rows,
    long refusedRows,
    @Nullable Digest report) {

  public boolean kept() {
    return snapshot != null;
  }
}
