package org.rulewright.value;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a condition on one input takes: a set of values of one kind, with null in it or not.
 *
 * <p>The algebra is exact, and equal sets are equal objects: numbers are decimals, days are
 * counted, texts are named or all but those named.
 */
public final class ValueSet {

  private final ValueKind kind;
  private final Values values;
  private final boolean withNull;

  private ValueSet(ValueKind kind, Values values, boolean withNull) {
    this.kind = kind;
    this.values = values;
    this.withNull = withNull;
  }

  /** Every value, and null. */
  public static ValueSet everything(ValueKind kind) {
    return new ValueSet(kind, none(kind).not(), true);
  }

  /** Every value, but not null. */
  public static ValueSet present(ValueKind kind) {
    return new ValueSet(kind, none(kind).not(), false);
  }

  public static ValueSet empty(ValueKind kind) {
    return new ValueSet(kind, none(kind), false);
  }

  /** Null alone. */
  public static ValueSet missing(ValueKind kind) {
    return new ValueSet(kind, none(kind), true);
  }

  /** The values of an interval. */
  public static ValueSet of(ValueKind kind, Range range) {
    if (!kind.isOrdered()) {
      throw new IllegalArgumentException("values of kind " + kind + " have no order");
    }
    return new ValueSet(kind, Stretches.of(range, kind), false);
  }

  /** These values; whole numbers of the Java types become decimals. */
  public static ValueSet of(ValueKind kind, Object... values) {
    return of(kind, Arrays.asList(values));
  }

  /** These values; whole numbers of the Java types become decimals. */
  public static ValueSet of(ValueKind kind, List<?> values) {
    for (Object value : values) {
      if (!kind.holds(value)) {
        throw new IllegalArgumentException("a value is not of kind " + kind);
      }
    }
    if (!kind.isOrdered()) {
      return new ValueSet(kind, Words.of(new LinkedHashSet<>(values), false, kind), false);
    }
    ValueSet all = empty(kind);
    for (Object value : values) {
      Object exact = kind == ValueKind.DATE ? value : Decimals.stripped(value);
      all = all.or(of(kind, new Range(exact, true, exact, true)));
    }
    return all;
  }

  private static Values none(ValueKind kind) {
    return kind.isOrdered()
        ? new Stretches(false, List.of(), kind)
        : Words.of(Set.of(), false, kind);
  }

  public ValueKind kind() {
    return kind;
  }

  public ValueSet and(ValueSet other) {
    return new ValueSet(kind, values.and(other.values), withNull && other.withNull);
  }

  public ValueSet or(ValueSet other) {
    return not().and(other.not()).not();
  }

  /** Everything that is not in this set; null is in it where it was not in this one. */
  public ValueSet not() {
    return new ValueSet(kind, values.not(), !withNull);
  }

  public ValueSet minus(ValueSet other) {
    return and(other.not());
  }

  /** The same values without null. */
  public ValueSet withoutNull() {
    return withNull ? new ValueSet(kind, values, false) : this;
  }

  public boolean hasNull() {
    return withNull;
  }

  public boolean isEmpty() {
    return !withNull && values.isEmpty();
  }

  /** Whether every value of the kind is in the set, whatever is said of null. */
  public boolean hasAllValues() {
    return values.not().isEmpty();
  }

  /** Whether no value but at most null is in the set. */
  public boolean hasNoValues() {
    return values.isEmpty();
  }

  /** Whether all of this set is in the other. */
  public boolean isWithin(ValueSet other) {
    return minus(other).isEmpty();
  }

  /** Whether a value of this kind, or null, is in the set. */
  public boolean contains(@Nullable Object value) {
    return value == null ? withNull : values.contains(value);
  }

  /**
   * A simple value of the set, or null where nothing else is in it.
   *
   * @throws NoSuchElementException for the empty set
   */
  public @Nullable Object example() {
    if (isEmpty()) {
      throw new NoSuchElementException("the set is empty");
    }
    return values.isEmpty() ? null : values.example();
  }

  /** The intervals of an ordered kind, apart and ascending. */
  public List<Range> ranges() {
    return values instanceof Stretches stretches ? List.copyOf(stretches.ranges()) : List.of();
  }

  /**
   * Compares the smallest values of two sets of an ordered kind that have values.
   *
   * @return negative where this set begins below the other, 0 where they begin alike
   */
  public int compareFirst(ValueSet other) {
    Range mine = ranges().getFirst();
    Range theirs = other.ranges().getFirst();
    if (mine.low() == null || theirs.low() == null) {
      return mine.low() == theirs.low() ? 0 : mine.low() == null ? -1 : 1;
    }
    int order = Cut.compare(mine.low(), theirs.low());
    return order != 0 ? order : Boolean.compare(theirs.lowIncluded(), mine.lowIncluded());
  }

  /** The texts or booleans that are named, in the order of their author. */
  public List<Object> names() {
    return values instanceof Words words ? List.copyOf(words.names()) : List.of();
  }

  /** Whether the texts that are named are those left out. */
  public boolean namesLeftOut() {
    return values instanceof Words words && words.excluded();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueSet set
        && kind == set.kind
        && withNull == set.withNull
        && values.equals(set.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode() * 2 + (withNull ? 1 : 0);
  }

  @Override
  public String toString() {
    return values + (withNull ? " or null" : "");
  }
}
