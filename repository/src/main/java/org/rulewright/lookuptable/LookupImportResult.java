package org.rulewright.lookuptable;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Digest;

/**
 * What an import that ran to its end brought; the result of its job.
 *
 * @param version number of the version; null when everything was refused
 * @param refusedRows rows that could not be read
 * @param report the refused rows as CSV, null when there were none
 * @param findings the first of the double keys and overlapping periods
 * @param findingCount of all of them
 */
public record LookupImportResult(
    String key,
    @Nullable Integer version,
    long rows,
    long refusedRows,
    @Nullable Digest report,
    List<Finding> findings,
    long findingCount) {

  public LookupImportResult {
    findings = List.copyOf(findings);
  }

  /** One finding with its line in the file. */
  public record Finding(long line, String zh, String en) {
    public String message(Locale locale) {
      return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
    }
  }

  public boolean kept() {
    return version != null;
  }
}
