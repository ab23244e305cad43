package org.rulewright.ruleflow;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactRow;

/**
 * Variables as an expression sees them: one that has a name but no value yet is null, not an error.
 */
final class Scope extends AbstractMap<String, @Nullable Object> {

  private final FactRow row;

  Scope(FactRow row) {
    this.row = row;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return row.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return row.layout().slot(name) >= 0;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    row.layout().names().forEach(name -> all.put(name, row.get(name)));
    return all.entrySet();
  }
}
