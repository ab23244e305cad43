package org.rulewright.evidence;

import java.time.Instant;
import org.rulewright.parity.ParityReport;

/**
 * What is signed.
 *
 * @param format names the form of this document
 * @param digest of the content of the version that was examined
 * @param engine the version of the engine's behaviour
 */
public record EvidenceStatement(
    String format,
    String strategy,
    int number,
    String digest,
    String engine,
    Instant madeAt,
    ParityReport report) {

  public static final String FORMAT = "rulewright-evidence-1";
}
