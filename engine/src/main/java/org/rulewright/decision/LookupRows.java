package org.rulewright.decision;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Expression;
import org.rulewright.expression.RowFinder;

/**
 * The look-up tables as one evaluation reads them: all at its own time.
 *
 * <p>Whoever evaluates FEEL binds one to {@link RowFinder#CURRENT} around it.
 */
public record LookupRows(LookupSource source, OffsetDateTime asOf) implements RowFinder {

  @Override
  public @Nullable Object row(String table, List<? extends @Nullable Object> key) {
    var shape = source.shape(table);
    return shape.isPresent() && shape.get().accepts(key)
        ? source.row(table, key, asOf).orElse(null)
        : Expression.UNDECIDED;
  }
}
