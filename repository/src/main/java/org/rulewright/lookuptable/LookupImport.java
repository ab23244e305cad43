package org.rulewright.lookuptable;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.RowErrorPolicy;
import org.rulewright.dataset.source.ColumnChoice;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.dataset.source.SourceOptions;
import org.rulewright.decision.FactType;
import org.rulewright.decision.LookupShape;
import org.rulewright.lookup.LookupDefinition;

/**
 * The wish to import an uploaded file as the newest version of a look-up table.
 *
 * @param name of a new table; a table that is there keeps its own
 * @param fileName as the person knows it; only shown, never used as a path
 * @param keys the key columns in the order of a call; the other kept columns are values
 * @param validFrom the column with the first day a row is in force
 * @param validTo the column with the last day a row is in force
 */
public record LookupImport(
    String key,
    String name,
    Digest upload,
    String fileName,
    SourceOptions options,
    List<String> keys,
    @Nullable String validFrom,
    @Nullable String validTo,
    RowErrorPolicy policy) {

  private static final int LONGEST_NAME = 200;

  public LookupImport {
    keys = List.copyOf(keys);
  }

  /** Why it cannot be begun, or null. */
  @Nullable LookupRefusal refusal() {
    if (!LookupDefinition.isKey(key)) {
      return LookupRefusal.KEY;
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return LookupRefusal.NAME;
    }
    if (keys.isEmpty() || keys.size() > 8) {
      return LookupRefusal.KEYS;
    }
    for (var wanted : roles()) {
      if (kept().stream().noneMatch(it -> it.name().equals(wanted))) {
        return LookupRefusal.noColumn(wanted);
      }
    }
    if (roles().size() != roles().stream().distinct().count()) {
      return LookupRefusal.TWICE;
    }
    for (var column : kept()) {
      if (!LookupDefinition.isColumn(column.name())) {
        return LookupRefusal.columnName(column.name());
      }
      if (column.type() == ColumnType.DATE_TIME) {
        return LookupRefusal.dateTime(column.name());
      }
      if (isDay(column.name()) && column.type() != ColumnType.DATE) {
        return LookupRefusal.notADate(column.name());
      }
    }
    return null;
  }

  private List<String> roles() {
    var roles = new ArrayList<>(keys);
    if (validFrom != null) {
      roles.add(validFrom);
    }
    if (validTo != null) {
      roles.add(validTo);
    }
    return roles;
  }

  private boolean isDay(String column) {
    return column.equals(validFrom) || column.equals(validTo);
  }

  private List<ColumnChoice> kept() {
    return options.kept();
  }

  /** What the table becomes; only of an import without {@link #refusal}. */
  LookupDefinition definition() {
    var keyColumns = keys.stream().map(this::column).toList();
    var values =
        kept().stream()
            .map(ColumnChoice::name)
            .filter(it -> !keys.contains(it) && !isDay(it))
            .map(this::column)
            .toList();
    return new LookupDefinition(
        key, name, keyColumns, values, validFrom != null || validTo != null);
  }

  private LookupShape.Column column(String wanted) {
    return kept().stream()
        .filter(it -> it.name().equals(wanted))
        .map(it -> new LookupShape.Column(wanted, type(it.type())))
        .findFirst()
        .orElseThrow();
  }

  private static FactType type(ColumnType type) {
    return switch (type) {
      case TEXT -> FactType.TEXT;
      case NUMBER -> FactType.NUMBER;
      case BOOLEAN -> FactType.BOOLEAN;
      case DATE -> FactType.DATE;
      case DATE_TIME -> throw new IllegalArgumentException("no column of a look-up table");
    };
  }

  /**
   * Where each cell of a row of the engine's table stands among the kept columns of the file; -1
   * for a day that the file does not have.
   */
  int[] positions() {
    var definition = definition();
    var names = new ArrayList<@Nullable String>();
    definition.keys().forEach(it -> names.add(it.name()));
    definition.values().forEach(it -> names.add(it.name()));
    if (definition.dated()) {
      names.add(validFrom);
      names.add(validTo);
    }
    var kept = kept().stream().map(ColumnChoice::name).toList();
    return names.stream().mapToInt(it -> it == null ? -1 : kept.indexOf(it)).toArray();
  }
}
