package org.rulewright.decision;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Facts by name in slots: a map without changes that can also be read by slot. */
public final class FactRow extends AbstractMap<String, @Nullable Object> {

  /** What {@link #at} returns for a name the row has no fact for; never a fact. */
  public static final Object ABSENT = new Object();

  private final FactLayout layout;
  private final @Nullable Object[] values;

  /** Takes the array over. */
  FactRow(FactLayout layout, @Nullable Object[] values) {
    this.layout = layout;
    this.values = values;
  }

  public FactLayout layout() {
    return layout;
  }

  /** The value in a slot of the layout: a fact, null, or {@link #ABSENT}. */
  public @Nullable Object at(int slot) {
    return values[slot];
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int slot = layout.slot(name);
    Object value = slot < 0 ? null : values[slot];
    return value == ABSENT ? null : value;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    int slot = layout.slot(name);
    return slot >= 0 && values[slot] != ABSENT;
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
        return present()
            .<Map.Entry<String, @Nullable Object>>mapToObj(
                slot -> new SimpleImmutableEntry<>(layout.names().get(slot), values[slot]))
            .iterator();
      }

      @Override
      public int size() {
        return (int) present().count();
      }
    };
  }

  private IntStream present() {
    return IntStream.range(0, values.length).filter(slot -> values[slot] != ABSENT);
  }
}
