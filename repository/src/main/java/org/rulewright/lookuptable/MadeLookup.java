package org.rulewright.lookuptable;

import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Digest;

/** A table that an import has made and kept, about to become a version. */
record MadeLookup(
    LookupImport request,
    Digest digest,
    int rows,
    long bytes,
    long refusedRows,
    @Nullable Digest report) {}
