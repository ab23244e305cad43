/**
 * Data sets: tables that were imported or derived, kept as snapshots, with the column that tells
 * what became of each row.
 *
 * @see "docs/decisions/0003-snapshots-as-parquet-by-duckdb.md"
 */
@NullMarked
package org.rulewright.dataset;

import org.jspecify.annotations.NullMarked;
