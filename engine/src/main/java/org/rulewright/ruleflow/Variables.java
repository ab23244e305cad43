package org.rulewright.ruleflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactRow;
import org.rulewright.decision.Facts;

/**
 * What a flow was given and has set so far, in slots.
 *
 * <p>What it calls reads the very same row, whose values change between two calls and never during
 * one; runs of a flow share the layout, so that tables look their inputs up once.
 */
final class Variables {

  private final FactLayout layout;
  private final @Nullable Object[] values;
  private final FactRow row;
  private final Facts facts;

  private Variables(FactLayout layout, @Nullable Object[] values) {
    this.layout = layout;
    this.values = values;
    this.row = layout.row(values);
    this.facts = Facts.over(row);
  }

  static Variables none(FactLayout layout) {
    @Nullable Object[] values = new Object[layout.names().size()];
    Arrays.fill(values, FactRow.ABSENT);
    return new Variables(layout, values);
  }

  /** The facts a flow is given; those the layout has no slot for get one behind the others. */
  static Variables of(Facts given, SlotBinding binding) {
    Map<String, @Nullable Object> map = given.asMap();
    if (map instanceof FactRow facts) {
      int[] slots = binding.slots(facts.layout());
      if (slots != null) {
        var variables = none(binding.layout());
        for (int i = 0; i < slots.length; i++) {
          variables.values[slots[i]] = facts.at(i);
        }
        return variables;
      }
    }
    List<String> names = List.copyOf(map.keySet());
    var variables = none(widened(binding.layout(), names));
    names.forEach(name -> variables.values[variables.layout.slot(name)] = map.get(name));
    return variables;
  }

  private static FactLayout widened(FactLayout layout, List<String> names) {
    for (String name : names) {
      if (layout.slot(name) < 0) {
        List<String> all = new ArrayList<>(layout.names());
        all.addAll(names);
        return FactLayout.of(all);
      }
    }
    return layout;
  }

  /** A copy in a wider layout whose first slots are those of this one. */
  Variables copy(FactLayout wider) {
    var target = wider.names().size() >= values.length ? wider : widened(layout, wider.names());
    @Nullable Object[] copy = Arrays.copyOf(values, target.names().size());
    Arrays.fill(copy, values.length, copy.length, FactRow.ABSENT);
    return new Variables(target, copy);
  }

  FactLayout layout() {
    return layout;
  }

  void set(int slot, @Nullable Object value) {
    values[slot] = value;
  }

  boolean isSet(int slot) {
    return values[slot] != FactRow.ABSENT;
  }

  @Nullable Object at(int slot) {
    return values[slot];
  }

  /** The variables as a map that follows every change. */
  FactRow row() {
    return row;
  }

  Facts facts() {
    return facts;
  }
}
