package org.rulewright.dataset;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.snapshot.Column;

/**
 * A table people work with.
 *
 * @param key its name in a SELECT
 * @param archived no longer offered; nothing that used it is lost
 * @param current its newest snapshot, null until the first import is done
 * @param outcome the outcome column's newest definition, null when there is none
 */
public record Dataset(
    DatasetId id,
    String key,
    String name,
    String description,
    DatasetKind kind,
    boolean archived,
    String createdByName,
    Instant createdAt,
    @Nullable Snapshot current,
    @Nullable Outcome outcome) {

  /** Its columns, none before the first import is done. */
  public List<Column> columns() {
    return current == null ? List.of() : current.columns();
  }
}
