package org.rulewright.lookup;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.LookupSource;

/** Several look-up tables by their keys. */
public final class LookupTables implements LookupSource {

  private final Map<String, LookupTable> tables = new HashMap<>();

  public LookupTables(Collection<LookupTable> tables) {
    for (var table : tables) {
      if (this.tables.put(table.id(), table) != null) {
        throw new IllegalArgumentException("two look-up tables of the key " + table.id());
      }
    }
  }

  /** Finds a table by its key. */
  public Optional<LookupTable> table(String key) {
    return Optional.ofNullable(tables.get(key));
  }

  @Override
  public Optional<LookupShape> shape(String table) {
    return table(table).map(LookupTable::shape);
  }

  @Override
  public List<List<@Nullable Object>> someKeys(String table) {
    return table(table).map(LookupTable::someKeys).orElse(List.of());
  }

  @Override
  public Optional<Map<String, @Nullable Object>> row(
      String table, List<? extends @Nullable Object> key, OffsetDateTime asOf) {
    return table(table).flatMap(it -> it.find(key, asOf));
  }
}
