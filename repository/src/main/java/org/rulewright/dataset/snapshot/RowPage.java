package org.rulewright.dataset.snapshot;

import java.util.List;

/**
 * One page of rows with the columns their values stand in.
 *
 * @param total rows that pass the filters
 */
public record RowPage(List<Column> columns, List<Row> rows, long total) {}
