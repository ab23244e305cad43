/** Snapshots of tables as Parquet files, written and read by DuckDB. */
@NullMarked
package org.rulewright.dataset.snapshot;

import org.jspecify.annotations.NullMarked;
