package org.rulewright.ruleflow;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a flow has set so far, over what it was given; the given is neither copied nor changed. */
final class Variables extends AbstractMap<String, @Nullable Object> {

  private static final Object UNSET = new Object();

  private final Map<String, ? extends @Nullable Object> given;
  private final SlotNames names;
  private final @Nullable Object[] values;

  Variables(Map<String, ? extends @Nullable Object> given, SlotNames names) {
    this.given = given;
    this.names = names;
    this.values = new Object[names.size()];
    Arrays.fill(values, UNSET);
  }

  void set(int slot, @Nullable Object value) {
    values[slot] = value;
  }

  boolean isSet(int slot) {
    return values[slot] != UNSET;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int slot = name == null ? -1 : names.slot(name);
    return slot >= 0 && values[slot] != UNSET ? values[slot] : given.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    int slot = name == null ? -1 : names.slot(name);
    return slot >= 0 && values[slot] != UNSET || given.containsKey(name);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(given);
    for (int slot = 0; slot < values.length; slot++) {
      if (values[slot] != UNSET) {
        all.put(names.name(slot), values[slot]);
      }
    }
    return all.entrySet();
  }
}
