package org.rulewright.expression;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables around an expression and one more, which hides another of its name. */
public final class Scope extends AbstractMap<String, @Nullable Object> {

  private final Map<String, ? extends @Nullable Object> around;
  private final String name;
  private @Nullable Object value;

  public Scope(
      Map<String, ? extends @Nullable Object> around, String name, @Nullable Object value) {
    this.around = around;
    this.name = name;
    this.value = value;
  }

  /** Gives the variable its next value, in the next turn of a loop. */
  void set(@Nullable Object next) {
    value = next;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return name.equals(key) ? value : around.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return name.equals(key) || around.containsKey(key);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(around);
    all.put(name, value);
    return all.entrySet();
  }
}
