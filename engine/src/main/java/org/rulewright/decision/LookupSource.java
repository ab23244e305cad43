package org.rulewright.decision;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The look-up tables an evaluation may read, by key. */
public interface LookupSource {

  /** Returns whether there is a look-up table of this key. */
  boolean has(String table);

  /**
   * Finds the row of a key that is in force at a time.
   *
   * @param key one FEEL value for each key column, in the order of the table
   * @return the row's columns by name; empty when no row has the key
   */
  Optional<Map<String, @Nullable Object>> row(
      String table, List<? extends @Nullable Object> key, OffsetDateTime asOf);
}
