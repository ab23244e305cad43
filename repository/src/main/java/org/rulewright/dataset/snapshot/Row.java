package org.rulewright.dataset.snapshot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row.
 *
 * @param number its place in the snapshot, counted from 0: with the digest it names the row
 * @param values text, {@link java.math.BigDecimal}, Boolean, LocalDate or LocalDateTime, null where
 *     missing
 */
public record Row(long number, List<@Nullable Object> values) {

  /** The values by the names of the given columns, in their order. */
  public Map<String, @Nullable Object> by(List<Column> columns) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      map.put(columns.get(i).name(), values.get(i));
    }
    return Collections.unmodifiableMap(map);
  }
}
