package org.rulewright.dataset.source;

import org.jspecify.annotations.Nullable;

/**
 * How one column of the file is kept.
 *
 * @param name the name it has in the data set
 * @param dayOrder how dates of three short numbers are read; null accepts only those with one
 *     reading
 * @param kept false leaves the column out
 */
public record ColumnChoice(
    String name, ColumnType type, @Nullable DayOrder dayOrder, boolean kept) {

  public static ColumnChoice of(String name, ColumnType type) {
    return new ColumnChoice(name, type, null, true);
  }

  public ColumnChoice as(ColumnType other) {
    return new ColumnChoice(name, other, dayOrder, kept);
  }

  public ColumnChoice named(String other) {
    return new ColumnChoice(other, type, dayOrder, kept);
  }

  public ColumnChoice dropped() {
    return new ColumnChoice(name, type, dayOrder, false);
  }

  Cell read(String text, DecimalMark mark) {
    var trimmed = type == ColumnType.TEXT ? text : text.strip();
    if (trimmed.isEmpty()) {
      return Cell.MISSING;
    }
    if (trimmed.indexOf('\uFFFD') >= 0) {
      return Cell.wrong(CellProblem.NOT_IN_ENCODING);
    }
    return switch (type) {
      case TEXT -> new Cell.Value(trimmed);
      case NUMBER -> NumberText.read(trimmed, mark);
      case BOOLEAN -> BooleanText.read(trimmed);
      case DATE -> DateText.readDate(trimmed, dayOrder);
      case DATE_TIME -> DateText.readDateTime(trimmed, dayOrder);
    };
  }
}
