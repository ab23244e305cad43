package org.rulewright.version;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.LookupShape;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.value.Decimals;
import org.rulewright.value.Temporals;

/**
 * The look-up rows and model scores one decision used, in JSON's terms.
 *
 * <p>A decision that is made again from its record takes them from there, so that it comes to the
 * same whatever became of tables and models meanwhile; what the record does not have is used as it
 * is now.
 */
public final class UsedValues {

  /** Bound around one evaluation by {@link CompiledVersion}. */
  static final ScopedValue<UsedValues> CURRENT = ScopedValue.newInstance();

  private static final String ROW = "row";
  private static final String VALUES = "values";
  private static final String MODEL = "model";
  private static final String VERSION = "version";
  private static final String DIGEST = "digest";
  private static final String INPUTS = "inputs";
  static final String OUTPUTS = "outputs";
  static final String FAILED = "failed";

  private final Map<String, @Nullable Object> recordedLookups;
  private final Map<String, @Nullable Object> recordedScores;
  private final Map<String, @Nullable Object> lookups = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> scores = new LinkedHashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final boolean scoresAgain;
  private final List<ScoreCheck> checks = new ArrayList<>();

  private UsedValues(
      Map<String, @Nullable Object> recordedLookups,
      Map<String, @Nullable Object> recordedScores,
      boolean scoresAgain) {
    this.recordedLookups = recordedLookups;
    this.recordedScores = recordedScores;
    this.scoresAgain = scoresAgain;
  }

  /** For a decision that is made for the first time. */
  public static UsedValues fresh() {
    return new UsedValues(Map.of(), Map.of(), false);
  }

  /** For a decision that is made again with what it used. */
  public static UsedValues recorded(
      Map<String, @Nullable Object> lookups, Map<String, @Nullable Object> scores) {
    return new UsedValues(lookups, scores, false);
  }

  /** The same, and each model scores again beside what it is recorded to have given. */
  public static UsedValues checked(
      Map<String, @Nullable Object> lookups, Map<String, @Nullable Object> scores) {
    return new UsedValues(lookups, scores, true);
  }

  /**
   * What was looked up, by table and key: the row's number and values, or null where no row had the
   * key.
   */
  public Map<String, @Nullable Object> lookups() {
    return Collections.unmodifiableMap(lookups);
  }

  /**
   * What models gave, by their keys; a second call of a model is told apart by {@code #2}. Each
   * with the model's version and digest, its inputs as scored, and its outputs by name or the codes
   * of why it failed.
   */
  public Map<String, @Nullable Object> scores() {
    return Collections.unmodifiableMap(scores);
  }

  /** Recorded scores beside those of today, in the order of the calls; only of {@link #checked}. */
  public List<ScoreCheck> checks() {
    return Collections.unmodifiableList(checks);
  }

  /** A row as it was used. */
  record UsedRow(int number, Map<String, @Nullable Object> values) {}

  /** Finds a row in the record, else by the table, and notes it. */
  @Nullable UsedRow row(
      String table,
      LookupShape shape,
      List<? extends @Nullable Object> key,
      Supplier<@Nullable UsedRow> now) {
    var name = name(table, key);
    @Nullable UsedRow row =
        recordedLookups.containsKey(name) ? row(recordedLookups.get(name), shape) : now.get();
    lookups.put(name, row == null ? null : members(ROW, row.number(), VALUES, plain(row.values())));
    return row;
  }

  /** {@code industry["C13"]}: equal for numbers of different scale. */
  private static String name(String table, List<? extends @Nullable Object> key) {
    return table + key.stream().map(UsedValues::text).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String text(@Nullable Object part) {
    return switch (Decimals.coerced(part)) {
      case BigDecimal number -> number.stripTrailingZeros().toPlainString();
      case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case null -> "null";
      case Object other -> other.toString();
    };
  }

  private static @Nullable UsedRow row(@Nullable Object recorded, LookupShape shape) {
    if (!(recorded instanceof Map<?, ?> members)
        || !(members.get(VALUES) instanceof Map<?, ?> values)
        || !(members.get(ROW) instanceof Number number)) {
      return null;
    }
    Map<String, @Nullable Object> typed = new LinkedHashMap<>();
    for (var column : columns(shape)) {
      if (values.containsKey(column.name())) {
        typed.put(column.name(), typed(values.get(column.name()), column.type()));
      }
    }
    return new UsedRow(number.intValue(), typed);
  }

  private static List<LookupShape.Column> columns(LookupShape shape) {
    var columns = new ArrayList<>(shape.keys());
    columns.addAll(shape.values());
    return columns;
  }

  /** Takes what a model gave from the record, else from the model, and notes it. */
  Outcome score(PinnedModel model, Map<String, @Nullable Object> inputs, Supplier<Outcome> now) {
    var key = model.pin().key();
    int call = calls.merge(key, 1, Integer::sum);
    var name = call == 1 ? key : key + "#" + call;
    Outcome outcome;
    if (recordedScores.get(name) instanceof Map<?, ?> recorded) {
      outcome = outcome(recorded, model.outputTypes());
      if (scoresAgain) {
        checks.add(ScoreCheck.of(name, model.pin(), given(outcome), given(now.get())));
      }
    } else {
      outcome = now.get();
    }
    var noted =
        members(
            MODEL,
            key,
            VERSION,
            model.pin().number(),
            DIGEST,
            model.pin().digest().hex(),
            INPUTS,
            plain(inputs));
    noted.putAll(given(outcome));
    scores.put(name, noted);
    return outcome;
  }

  private static Map<String, @Nullable Object> given(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Decided(var value, _) -> members(OUTPUTS, plain(value));
      case Outcome.Failed failed ->
          members(FAILED, failed.problems().stream().map(Diagnostic::code).toList());
    };
  }

  private static Outcome outcome(Map<?, ?> recorded, Map<String, FactType> types) {
    if (recorded.get(FAILED) instanceof List<?> codes) {
      return new Outcome.Failed(
          codes.stream()
              .map(code -> Diagnostic.error(String.valueOf(code), Place.NOWHERE))
              .toList(),
          Trace.EMPTY);
    }
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    if (recorded.get(OUTPUTS) instanceof Map<?, ?> values) {
      values.forEach((name, value) -> {
        var key = String.valueOf(name);
        outputs.put(key, typed(value, types.getOrDefault(key, FactType.ANY)));
      });
    }
    return new Outcome.Decided(outputs, Trace.EMPTY);
  }

  /** A value out of a record: numbers are decimals, dates texts there. */
  private static @Nullable Object typed(@Nullable Object value, FactType type) {
    return switch (value) {
      case Number number -> Decimals.of(number).orElse(null);
      case String text when type == FactType.DATE ->
          Temporals.date(text).map(Object.class::cast).orElse(text);
      case null, default -> value;
    };
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, member) -> copy.put(String.valueOf(key), plain(member)));
        yield copy;
      }
      case LocalDate date -> date.toString();
      case null, default -> value;
    };
  }

  private static Map<String, @Nullable Object> members(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return members;
  }
}
