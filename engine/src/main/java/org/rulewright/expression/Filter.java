package org.rulewright.expression;

import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/**
 * {@code list[...]}: the items for which a condition holds, or the item at a position.
 *
 * @param condition whether the filter is known to be a condition, and not a position
 * @param called the functions called in the filter; an entry of their name would hide them
 */
public record Filter(Expression list, Expression filter, boolean condition, Set<String> called)
    implements Expression {

  @Override
  public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
    Object found = list.evaluate(variables);
    if (found == UNDECIDED || !Ordering.isKnown(found) || found instanceof Interval) {
      return UNDECIDED;
    }
    List<?> items = found instanceof List<?> it ? it : Collections.singletonList(found);
    if (!condition) {
      return filter.evaluate(variables) instanceof BigDecimal position
          ? at(items, position.intValue())
          : UNDECIDED;
    }
    Running running = Running.current();
    return running == null ? UNDECIDED : matching(items, variables, running);
  }

  private static @Nullable Object at(List<?> items, int position) {
    int index = position > 0 ? position - 1 : items.size() + position;
    return position == 0 || index < 0 || index >= items.size()
        ? null
        : Decimals.coerced(items.get(index));
  }

  private Object matching(
      List<?> items, Map<String, ? extends @Nullable Object> variables, Running running) {
    List<@Nullable Object> matching = new ArrayList<>();
    for (Object item : items) {
      running.turn();
      if (!isPlain(item) || item instanceof Map<?, ?> it && hides(it)) {
        return UNDECIDED;
      }
      Object holds = filter.evaluate(new Item(variables, item));
      if (holds == UNDECIDED) {
        return UNDECIDED;
      }
      if (Boolean.TRUE.equals(holds)) {
        matching.add(item);
      }
    }
    return matching;
  }

  private boolean hides(Map<?, ?> item) {
    return !called.isEmpty() && called.stream().anyMatch(item::containsKey);
  }

  /** Of dates and durations the parts could be named in the filter, too. */
  private static boolean isPlain(@Nullable Object item) {
    return item == null
        || item instanceof Map
        || item instanceof List
        || item instanceof String
        || item instanceof Boolean
        || item instanceof BigDecimal;
  }

  /** The variables in a filter: {@code item}, and the entries of an item that is a context. */
  private static final class Item extends AbstractMap<String, @Nullable Object> {
    private final Map<String, ? extends @Nullable Object> around;
    private final @Nullable Object item;

    Item(Map<String, ? extends @Nullable Object> around, @Nullable Object item) {
      this.around = around;
      this.item = item;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
      if ("item".equals(name)) {
        return item;
      }
      return item instanceof Map<?, ?> context && context.containsKey(name)
          ? context.get(name)
          : around.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return "item".equals(name)
          || item instanceof Map<?, ?> context && context.containsKey(name)
          || around.containsKey(name);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
      Map<String, @Nullable Object> all = new LinkedHashMap<>(around);
      if (item instanceof Map<?, ?> context) {
        context.forEach((name, value) -> all.put(String.valueOf(name), value));
      }
      all.put("item", item);
      return all.entrySet();
    }
  }
}
