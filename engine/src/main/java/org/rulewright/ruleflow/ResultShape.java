package org.rulewright.ruleflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In which shape the value of a called decision is kept.
 *
 * <p>The named shapes are those of Camunda's {@code camunda:mapDecisionResult}, which sees every
 * decision as a list of rows.
 */
public enum ResultShape {
  /** As the decision gives it. */
  AS_IS,
  /** The only value of the only row; null where there is no row. */
  SINGLE_ENTRY,
  /** The only row as a context; null where there is none. */
  SINGLE_RESULT,
  /** The only value of every row, as a list. */
  COLLECT_ENTRIES,
  /** Every row as a context, as a list. */
  RESULT_LIST;

  /** Returns the value in this shape, or nothing where it cannot be brought into it. */
  public Optional<Shaped> shaped(@Nullable Object value) {
    return switch (this) {
      case AS_IS -> Optional.of(new Shaped(value));
      case SINGLE_ENTRY -> single(value).flatMap(row -> entry(row.value()));
      case SINGLE_RESULT -> single(value).filter(row -> isRow(row.value()));
      case COLLECT_ENTRIES -> each(value, true);
      case RESULT_LIST -> each(value, false);
    };
  }

  /** A value that may be null. */
  public record Shaped(@Nullable Object value) {}

  private static Optional<Shaped> single(@Nullable Object value) {
    return value instanceof Collection<?> rows
        ? rows.size() > 1
            ? Optional.empty()
            : Optional.of(new Shaped(rows.isEmpty() ? null : rows.iterator().next()))
        : Optional.of(new Shaped(value));
  }

  private static Optional<Shaped> entry(@Nullable Object row) {
    return row instanceof Map<?, ?> context
        ? context.size() > 1
            ? Optional.empty()
            : Optional.of(new Shaped(context.isEmpty() ? null : context.values().iterator().next()))
        : Optional.of(new Shaped(row));
  }

  private static boolean isRow(@Nullable Object value) {
    return value == null || value instanceof Map;
  }

  private static Optional<Shaped> each(@Nullable Object value, boolean entries) {
    Collection<?> rows =
        value == null ? List.of() : value instanceof Collection<?> list ? list : List.of(value);
    List<@Nullable Object> shaped = new ArrayList<>(rows.size());
    for (Object row : rows) {
      Optional<Shaped> one =
          entries ? entry(row) : Optional.of(new Shaped(row)).filter(it -> isRow(it.value()));
      if (one.isEmpty()) {
        return Optional.empty();
      }
      shaped.add(one.get().value());
    }
    return Optional.of(new Shaped(shaped));
  }
}
