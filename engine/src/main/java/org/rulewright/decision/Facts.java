package org.rulewright.decision;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Typed facts by name; a fact that is present with null is told apart from one that is missing.
 *
 * <p>Values are FEEL values in Java: {@code Boolean}, {@code String}, {@code BigDecimal} (also
 * {@code Long} and {@code Integer}), {@code java.time} types, {@code List}, {@code Map}, or null.
 */
public final class Facts {

  public static final Facts NONE = new Facts(Map.of());

  private final Map<String, @Nullable Object> values;

  private Facts(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /** Takes a copy of the values. */
  public static Facts of(Map<String, ? extends @Nullable Object> values) {
    return of(values, FactLayout.of(values.keySet()));
  }

  /** Takes a copy of the values the layout has names for. */
  public static Facts of(Map<String, ? extends @Nullable Object> values, FactLayout layout) {
    return new Facts(layout.row(values));
  }

  /** Takes the values as they are, without a copy: the caller does not change them while in use. */
  public static Facts over(Map<String, ? extends @Nullable Object> values) {
    return new Facts(values instanceof FactRow row ? row : Collections.unmodifiableMap(values));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value, or null when the fact is null or missing. */
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  /** An unmodifiable view in the order given. */
  public Map<String, @Nullable Object> asMap() {
    return values;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Facts facts && values.equals(facts.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** Names only: values are personal data and must not reach a log by accident. */
  @Override
  public String toString() {
    return "Facts" + values.keySet();
  }
}
