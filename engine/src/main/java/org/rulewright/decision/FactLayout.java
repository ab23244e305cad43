package org.rulewright.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of facts, each with its slot: what all {@link FactRow rows} of a model share.
 *
 * <p>Whoever reads many rows of one layout looks a name up once.
 */
public final class FactLayout {

  private final List<String> names;
  private final Map<String, Integer> slots;

  private FactLayout(List<String> names, Map<String, Integer> slots) {
    this.names = names;
    this.slots = slots;
  }

  /** Gives each name a slot, in their order; a name that occurs twice keeps its first. */
  public static FactLayout of(Collection<String> names) {
    List<String> distinct = names.stream().distinct().toList();
    Map<String, Integer> slots = HashMap.newHashMap(distinct.size());
    for (int slot = 0; slot < distinct.size(); slot++) {
      slots.put(distinct.get(slot), slot);
    }
    return new FactLayout(distinct, slots);
  }

  public List<String> names() {
    return names;
  }

  /** The slot of a name, or -1. */
  public int slot(@Nullable Object name) {
    Integer slot = slots.get(name);
    return slot == null ? -1 : slot;
  }

  /** Takes the values of these names from a map; what the map lacks is absent. */
  public FactRow row(Map<String, ? extends @Nullable Object> values) {
    @Nullable Object[] row = new Object[names.size()];
    for (int slot = 0; slot < row.length; slot++) {
      String name = names.get(slot);
      Object value = values.get(name);
      row[slot] = value == null && !values.containsKey(name) ? FactRow.ABSENT : value;
    }
    return new FactRow(this, row);
  }

  /**
   * Makes a row of the array itself.
   *
   * @param values by slot: a fact, null, or {@link FactRow#ABSENT}
   */
  public FactRow row(@Nullable Object[] values) {
    if (values.length != names.size()) {
      throw new IllegalArgumentException(values.length + " values for " + names.size() + " names");
    }
    return new FactRow(this, values);
  }
}
