package org.rulewright.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** Built-in functions of lists; some also take the items as arguments. */
final class ListFunctions {

  /** Products are exact: longer ones grow without end. */
  private static final int LONGEST_PRODUCT = 100;

  static final Map<String, BuiltIn> ALL =
      Map.ofEntries(
          Map.entry("count", ofItems(list -> BigDecimal.valueOf(list.size()))),
          Map.entry("min", ofItems(list -> extreme(list, false))),
          Map.entry("max", ofItems(list -> extreme(list, true))),
          Map.entry("sum", ofItems(list -> numbers(list, ListFunctions::sum))),
          Map.entry("mean", ofItems(list -> numbers(list, ListFunctions::mean))),
          Map.entry("median", ofItems(list -> numbers(list, ListFunctions::median))),
          Map.entry("product", ofItems(list -> numbers(list, ListFunctions::product))),
          Map.entry("mode", ofItems(list -> numbers(list, ListFunctions::mode))),
          Map.entry("all", ofItems(list -> all(list, true))),
          Map.entry("any", ofItems(list -> all(list, false))),
          Map.entry("list contains", ListFunctions::contains),
          Map.entry("append", ListFunctions::append),
          Map.entry("concatenate", ListFunctions::concatenate),
          Map.entry("union", ListFunctions::union),
          Map.entry("reverse", of(list -> list.reversed())),
          Map.entry("flatten", of(ListFunctions::flatten)),
          Map.entry("distinct values", of(ListFunctions::distinct)),
          Map.entry("index of", ListFunctions::indexes),
          Map.entry("insert before", ListFunctions::insert),
          Map.entry("remove", ListFunctions::remove),
          Map.entry("list replace", ListFunctions::replace),
          Map.entry("sublist", ListFunctions::sublist));

  private ListFunctions() {}

  private static BuiltIn of(Function<List<@Nullable Object>, @Nullable Object> function) {
    return arguments ->
        arguments.length == 1 && arguments[0] instanceof List<?> list
            ? function.apply(new ArrayList<>(list))
            : Expression.UNDECIDED;
  }

  /** A function of one list, or of its items. */
  private static BuiltIn ofItems(Function<List<?>, @Nullable Object> function) {
    return arguments -> {
      if (arguments.length == 1 && arguments[0] instanceof List<?> list) {
        return function.apply(list);
      }
      return arguments.length == 0
              || Arrays.stream(arguments).anyMatch(it -> it == null || it instanceof List)
          ? Expression.UNDECIDED
          : function.apply(Arrays.asList(arguments));
    };
  }

  private static Object extreme(List<?> list, boolean largest) {
    for (Class<?> type : List.of(BigDecimal.class, String.class, LocalDate.class)) {
      if (!list.isEmpty() && list.stream().allMatch(type::isInstance)) {
        return largest
            ? Collections.max(list, ListFunctions::order)
            : Collections.min(list, ListFunctions::order);
      }
    }
    return Expression.UNDECIDED;
  }

  private static int order(Object left, Object right) {
    Integer order = Ordering.order(left, right);
    if (order == null) {
      throw new IllegalArgumentException("items of different types");
    }
    return order;
  }

  private static @Nullable Object numbers(
      List<?> list, Function<List<BigDecimal>, @Nullable Object> function) {
    List<BigDecimal> numbers = new ArrayList<>(list.size());
    for (Object item : list) {
      if (!(item instanceof BigDecimal number)) {
        return Expression.UNDECIDED;
      }
      numbers.add(number);
    }
    return function.apply(numbers);
  }

  private static @Nullable Object sum(List<BigDecimal> numbers) {
    return numbers.isEmpty() ? null : numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Object mean(List<BigDecimal> numbers) {
    return sum(numbers) instanceof BigDecimal sum
        ? sum.divide(BigDecimal.valueOf(numbers.size()), Decimals.FEEL)
        : Expression.UNDECIDED;
  }

  private static @Nullable Object median(List<BigDecimal> numbers) {
    List<BigDecimal> sorted = numbers.stream().sorted().toList();
    int middle = sorted.size() / 2;
    if (sorted.isEmpty()) {
      return null;
    }
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).add(sorted.get(middle)).divide(BigDecimal.TWO, Decimals.FEEL);
  }

  private static Object product(List<BigDecimal> numbers) {
    return numbers.isEmpty() || numbers.size() > LONGEST_PRODUCT
        ? Expression.UNDECIDED
        : numbers.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
  }

  private static Object mode(List<BigDecimal> numbers) {
    Map<BigDecimal, Long> counts =
        numbers.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    long most = counts.values().stream().mapToLong(it -> it).max().orElse(0);
    return counts.entrySet().stream()
        .filter(it -> it.getValue() == most)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static @Nullable Object all(List<?> list, boolean expected) {
    if (list.stream().anyMatch(it -> it != null && !(it instanceof Boolean))) {
      return Expression.UNDECIDED;
    }
    if (list.contains(!expected)) {
      return !expected;
    }
    return list.contains(null) ? null : (Object) expected;
  }

  private static Object contains(@Nullable Object[] arguments) {
    if (arguments.length != 2 || !(arguments[0] instanceof List<?> list)) {
      return Expression.UNDECIDED;
    }
    for (Object item : list) {
      Object same =
          arguments[1] == null
              ? (Object) (item == null)
              : Equality.same(arguments[1], Decimals.coerced(item));
      if (!Boolean.FALSE.equals(same)) {
        return same == null ? Expression.UNDECIDED : same;
      }
    }
    return false;
  }

  private static Object append(@Nullable Object[] arguments) {
    if (arguments.length < 2 || !(arguments[0] instanceof List<?> list)) {
      return Expression.UNDECIDED;
    }
    List<@Nullable Object> result = new ArrayList<>(list);
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i] == null || arguments[i] instanceof List) {
        return Expression.UNDECIDED;
      }
      result.add(arguments[i]);
    }
    return Running.bounded(result);
  }

  private static Object concatenate(@Nullable Object[] arguments) {
    List<@Nullable Object> result = new ArrayList<>();
    for (Object argument : arguments) {
      if (!(argument instanceof List<?> list)) {
        return Expression.UNDECIDED;
      }
      result.addAll(list);
    }
    return arguments.length < 2 ? Expression.UNDECIDED : Running.bounded(result);
  }

  private static Object union(@Nullable Object[] arguments) {
    Object all = concatenate(arguments);
    return all instanceof List<?> list ? distinct(list) : all;
  }

  private static Object distinct(List<?> list) {
    Set<@Nullable Object> distinct = new LinkedHashSet<>(list);
    return Equality.isPlain(list) ? new ArrayList<>(distinct) : Expression.UNDECIDED;
  }

  private static Object flatten(List<?> list) {
    List<@Nullable Object> flat = new ArrayList<>();
    for (Object item : list) {
      if (item instanceof List<?> inner) {
        flat.addAll((List<?>) flatten(inner));
      } else {
        flat.add(item);
      }
    }
    return flat;
  }

  private static Object indexes(@Nullable Object[] arguments) {
    if (arguments.length != 2
        || !(arguments[0] instanceof List<?> list)
        || arguments[1] instanceof List
        || !Equality.isPlain(list)
        || !Equality.isPlain(arguments[1])) {
      return Expression.UNDECIDED;
    }
    List<BigDecimal> found = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Object item = list.get(i);
      boolean same =
          item instanceof BigDecimal a && arguments[1] instanceof BigDecimal b
              ? a.compareTo(b) == 0
              : java.util.Objects.equals(item, arguments[1]);
      if (same) {
        found.add(BigDecimal.valueOf(i + 1L));
      }
    }
    return found;
  }

  /** The index of a position that counts from one, or from the end where it is negative; or -1. */
  private static int index(List<?> list, @Nullable Object position) {
    if (!(position instanceof BigDecimal number)) {
      return -1;
    }
    int at = number.intValue();
    if (at == 0 || Math.abs((long) at) > list.size()) {
      return -1;
    }
    return at > 0 ? at - 1 : list.size() + at;
  }

  private static Object insert(@Nullable Object[] arguments) {
    if (arguments.length != 3 || !(arguments[0] instanceof List<?> list)) {
      return Expression.UNDECIDED;
    }
    int index = index(list, arguments[1]);
    List<@Nullable Object> result = new ArrayList<>(list);
    if (index < 0) {
      return Expression.UNDECIDED;
    }
    result.add(index, arguments[2]);
    return Running.bounded(result);
  }

  private static Object remove(@Nullable Object[] arguments) {
    if (arguments.length != 2 || !(arguments[0] instanceof List<?> list)) {
      return Expression.UNDECIDED;
    }
    int index = index(list, arguments[1]);
    if (index < 0) {
      return Expression.UNDECIDED;
    }
    List<@Nullable Object> result = new ArrayList<>(list);
    result.remove(index);
    return result;
  }

  private static Object replace(@Nullable Object[] arguments) {
    if (arguments.length != 3 || !(arguments[0] instanceof List<?> list)) {
      return Expression.UNDECIDED;
    }
    int index = index(list, arguments[1]);
    if (index < 0) {
      return Expression.UNDECIDED;
    }
    List<@Nullable Object> result = new ArrayList<>(list);
    result.set(index, arguments[2]);
    return result;
  }

  private static Object sublist(@Nullable Object[] arguments) {
    if (arguments.length < 2 || arguments.length > 3 || !(arguments[0] instanceof List<?> list)) {
      return Expression.UNDECIDED;
    }
    int from = index(list, arguments[1]);
    Object length =
        arguments.length == 2 ? BigDecimal.valueOf(list.size() - (long) from) : arguments[2];
    return from >= 0
            && length instanceof BigDecimal wanted
            && wanted.intValue() > 0
            && from + (long) wanted.intValue() <= list.size()
        ? new ArrayList<@Nullable Object>(list.subList(from, from + wanted.intValue()))
        : Expression.UNDECIDED;
  }
}
