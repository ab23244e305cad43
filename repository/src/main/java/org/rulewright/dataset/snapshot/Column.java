package org.rulewright.dataset.snapshot;

import org.rulewright.dataset.source.ColumnType;

/** One column of a snapshot as its readers see it. */
public record Column(String name, ColumnType type) {}
