package org.rulewright.version;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.lookup.LookupTable;
import org.rulewright.lookup.LookupTables;
import org.rulewright.version.UsedValues.UsedRow;

/** The look-up tables a version pins; whatever is read of them is noted, or taken from a record. */
final class PinnedLookups implements LookupSource {

  private final LookupTables tables;
  private final boolean none;

  PinnedLookups(List<LookupTable> tables) {
    this.tables = new LookupTables(tables);
    this.none = tables.isEmpty();
  }

  /** Whether nothing can be looked up. */
  boolean isEmpty() {
    return none;
  }

  @Override
  public Optional<LookupShape> shape(String table) {
    return tables.shape(table);
  }

  @Override
  public List<List<@Nullable Object>> someKeys(String table) {
    return tables.someKeys(table);
  }

  @Override
  public Optional<Map<String, @Nullable Object>> row(
      String table, List<? extends @Nullable Object> key, OffsetDateTime asOf) {
    return tables
        .table(table)
        .flatMap(found -> Optional.ofNullable(used(found, key, asOf)))
        .map(UsedRow::values);
  }

  /** Finds a table as a step of a flow. */
  Optional<Decision> decision(String key) {
    return tables.table(key).map(table -> new Step(table));
  }

  private static @Nullable UsedRow used(
      LookupTable table, List<? extends @Nullable Object> key, OffsetDateTime asOf) {
    if (!table.shape().accepts(key)) {
      return null;
    }
    return UsedValues.CURRENT.isBound()
        ? UsedValues.CURRENT
            .get()
            .row(table.id(), table.shape(), key, () -> found(table, key, asOf))
        : found(table, key, asOf);
  }

  private static @Nullable UsedRow found(
      LookupTable table, List<? extends @Nullable Object> key, OffsetDateTime asOf) {
    int row = table.rowOf(key, asOf);
    return row < 0 ? null : new UsedRow(row + 1, table.row(row));
  }

  /** A table that a flow calls. */
  private record Step(LookupTable table) implements Decision {

    @Override
    public String id() {
      return table.id();
    }

    @Override
    public String name() {
      return table.name();
    }

    @Override
    public DecisionKind kind() {
      return DecisionKind.LOOKUP;
    }

    @Override
    public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
      var key = table.key(facts);
      if (!table.shape().accepts(key)) {
        return new Outcome.Failed(
            List.of(Diagnostic.error("lookup.wrong-key", Place.of(id()), id())), Trace.EMPTY);
      }
      var row = used(table, key, asOf);
      List<String> hits = row == null ? List.of() : List.of(Integer.toString(row.number()));
      var value = row == null ? null : row.values();
      return new Outcome.Decided(
          value,
          traced ? Trace.of(new TraceStep(id(), name(), kind(), hits, value, false)) : Trace.EMPTY);
    }
  }
}
