package org.rulewright.decision;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The look-up tables an evaluation may read, by key. */
public interface LookupSource {

  /** No look-up tables at all. */
  LookupSource NONE =
      new LookupSource() {
        @Override
        public Optional<LookupShape> shape(String table) {
          return Optional.empty();
        }

        @Override
        public Optional<Map<String, @Nullable Object>> row(
            String table, List<? extends @Nullable Object> key, OffsetDateTime asOf) {
          return Optional.empty();
        }
      };

  /** Returns the columns of a table; empty when there is no table of this key. */
  Optional<LookupShape> shape(String table);

  /** Returns whether there is a look-up table of this key. */
  default boolean has(String table) {
    return shape(table).isPresent();
  }

  /** Returns the keys of a few rows of a table, to try what reads it on rows that are there. */
  default List<List<@Nullable Object>> someKeys(String table) {
    return List.of();
  }

  /**
   * Finds the row of a key that is in force at a time.
   *
   * @param key one FEEL value for each key column, in the order of the table
   * @return the row's columns by name; empty when no row has the key, and for a key the table's
   *     {@link LookupShape shape} does not accept
   */
  Optional<Map<String, @Nullable Object>> row(
      String table, List<? extends @Nullable Object> key, OffsetDateTime asOf);
}
