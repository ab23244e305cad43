package org.rulewright.ruleflow;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Variables as an expression sees them: one that the flow knows but that has no value yet is null,
 * not an error.
 */
final class Scope extends AbstractMap<String, @Nullable Object> {

  private final Variables variables;
  private final Set<String> known;

  Scope(Variables variables, Set<String> known) {
    this.variables = variables;
    this.known = known;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return variables.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return known.contains(name) || variables.containsKey(name);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    known.forEach(name -> all.put(name, null));
    all.putAll(variables);
    return all.entrySet();
  }
}
