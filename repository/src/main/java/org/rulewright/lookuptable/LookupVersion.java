package org.rulewright.lookuptable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Digest;
import org.rulewright.lookup.LookupDefinition;

/**
 * An immutable state of a look-up table.
 *
 * @param number counts from 1 in each table, for people
 * @param digest of its columns and rows as they are kept
 * @param bytes of the kept file
 * @param source the delivered file
 * @param refusedRows rows of the delivered file that could not be read and were left out
 * @param report of the refused rows as CSV, null when there were none
 */
public record LookupVersion(
    LookupDefinition definition,
    int number,
    Digest digest,
    int rows,
    long bytes,
    Digest source,
    String sourceName,
    long refusedRows,
    @Nullable Digest report,
    String madeByName,
    Instant madeAt) {}
