package org.rulewright.lookup;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.value.Decimals;

/**
 * A look-up table ready to be asked, by many threads at once.
 *
 * <p>INVARIANT: on any one day at most one row has a key.
 */
public final class LookupTable implements Decision {

  private static final int SOME_KEYS = 4;

  private final LookupDefinition definition;
  private final LookupShape shape;
  private final CellStore[] columns;
  private final String[] names;
  private final KeyIndex index;
  private final int size;

  LookupTable(LookupDefinition definition, CellStore[] columns, KeyIndex index, int size) {
    this.definition = definition;
    this.shape = definition.shape();
    this.columns = columns;
    this.names =
        Stream.concat(definition.keys().stream(), definition.values().stream())
            .map(LookupShape.Column::name)
            .toArray(String[]::new);
    this.index = index;
    this.size = size;
  }

  public LookupDefinition definition() {
    return definition;
  }

  public LookupShape shape() {
    return shape;
  }

  /** The key expressions and flows call it by. */
  @Override
  public String id() {
    return definition.key();
  }

  @Override
  public String name() {
    return definition.name();
  }

  @Override
  public DecisionKind kind() {
    return DecisionKind.LOOKUP;
  }

  public int size() {
    return size;
  }

  /** About how many bytes of memory the table takes. */
  public long bytes() {
    return Stream.of(columns).mapToLong(CellStore::bytes).sum() + index.bytes();
  }

  /** A row's columns by name; rows count from 0. */
  public Map<String, @Nullable Object> row(int row) {
    @Nullable Object[] values = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      values[i] = columns[i].get(row);
    }
    return new RowContext(names, values);
  }

  /** The keys of a few rows, spread over the table. */
  List<List<@Nullable Object>> someKeys() {
    var keys = new ArrayList<List<@Nullable Object>>();
    int step = Math.max(1, size() / SOME_KEYS);
    for (int row = 0; row < size() && keys.size() < SOME_KEYS; row += step) {
      var values = row(row);
      var key = new ArrayList<@Nullable Object>();
      definition.keys().forEach(column -> key.add(values.get(column.name())));
      keys.add(key);
    }
    return keys;
  }

  /** The first and the last day a row is in force, null where open; rows count from 0. */
  public Period period(int row) {
    return definition.dated()
        ? new Period(
            (LocalDate) columns[columns.length - 2].get(row),
            (LocalDate) columns[columns.length - 1].get(row))
        : Period.ALWAYS;
  }

  /** Some days, both ends included; an end that is null is open. */
  public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
    static final Period ALWAYS = new Period(null, null);
  }

  /** Finds the row of a key in force at a time; empty also for a key of another shape. */
  public Optional<Map<String, @Nullable Object>> find(
      List<? extends @Nullable Object> key, OffsetDateTime asOf) {
    int row = find(key, asOf.toLocalDate());
    return row == KeyIndex.NONE ? Optional.empty() : Optional.of(row(row));
  }

  /** The row of a key in force at a time, from 0; -1 without one or for a key of another shape. */
  public int rowOf(List<? extends @Nullable Object> key, OffsetDateTime asOf) {
    return find(key, asOf.toLocalDate());
  }

  /** The facts named as the key columns, in their order. */
  public List<@Nullable Object> key(Facts facts) {
    var key = new ArrayList<@Nullable Object>(definition.keys().size());
    for (var column : definition.keys()) {
      key.add(facts.get(column.name()));
    }
    return key;
  }

  private int find(List<? extends @Nullable Object> key, LocalDate day) {
    if (!shape.accepts(key)) {
      return KeyIndex.NONE;
    }
    return index.row(coerced(key), definition.dated() ? (int) day.toEpochDay() : 0);
  }

  /** The key with decimals for whole numbers; itself where there is nothing to change. */
  private static List<? extends @Nullable Object> coerced(List<? extends @Nullable Object> key) {
    for (Object part : key) {
      if (Decimals.coerced(part) != part) {
        var decimals = new ArrayList<@Nullable Object>(key.size());
        key.forEach(it -> decimals.add(Decimals.coerced(it)));
        return decimals;
      }
    }
    return key;
  }

  /** Looks up by the facts named as the key columns; the value is the row, null without one. */
  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    var key = key(facts);
    if (!shape.accepts(key)) {
      return new Outcome.Failed(
          List.of(Diagnostic.error("lookup.wrong-key", Place.of(id()), id())), Trace.EMPTY);
    }
    int row = find(key, asOf.toLocalDate());
    var value = row == KeyIndex.NONE ? null : row(row);
    return new Outcome.Decided(value, traced ? trace(row, value) : Trace.EMPTY);
  }

  private Trace trace(int row, @Nullable Object value) {
    List<String> hits = row == KeyIndex.NONE ? List.of() : List.of(Integer.toString(row + 1));
    return Trace.of(new TraceStep(id(), name(), kind(), hits, value, false));
  }
}
