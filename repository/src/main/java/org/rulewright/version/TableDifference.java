package org.rulewright.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.version.Change.Kind;
import org.rulewright.version.Change.Subject;

/** What differs between two states of one decision table; rows and columns are known by ids. */
final class TableDifference {

  /** A column as far as people compare it. */
  private record Column(String id, String text) {}

  private final ChangePlace place;
  private final List<Column> columnsBefore;
  private final List<Column> columnsAfter;
  private final List<Change> changes = new ArrayList<>();

  private TableDifference(TableDefinition before, TableDefinition after, ChangePlace place) {
    this.place = place;
    this.columnsBefore = columns(before);
    this.columnsAfter = columns(after);
  }

  static List<Change> between(TableDefinition before, TableDefinition after, ChangePlace place) {
    var difference = new TableDifference(before, after, place);
    difference.hitPolicy(before, after);
    difference.columns();
    difference.rules(before.rules(), after.rules());
    return difference.changes;
  }

  private void hitPolicy(TableDefinition before, TableDefinition after) {
    changed(Subject.HIT_POLICY, place, hitPolicy(before), hitPolicy(after));
  }

  private static String hitPolicy(TableDefinition table) {
    return table.hitPolicy() + (table.aggregator() == null ? "" : " " + table.aggregator());
  }

  private void columns() {
    for (Paired<Column> pair : Paired.of(columnsBefore, columnsAfter, Column::id)) {
      changed(
          Subject.COLUMN,
          place.column(pair.key()),
          pair.textBefore(Column::text),
          pair.textAfter(Column::text));
    }
  }

  private static List<Column> columns(TableDefinition table) {
    return Stream.concat(
            table.inputs().stream().map(TableDifference::column),
            table.outputs().stream().map(TableDifference::column))
        .toList();
  }

  private static Column column(InputClause input) {
    return new Column(
        input.id(),
        input.expression()
            + ": "
            + input.type()
            + (input.allowedValues() == null ? "" : " " + input.allowedValues()));
  }

  private static Column column(OutputClause output) {
    return new Column(
        output.id(),
        Objects.toString(output.name(), "")
            + ": "
            + output.type()
            + (output.allowedValues() == null ? "" : " " + output.allowedValues())
            + (output.defaultText() == null ? "" : " = " + output.defaultText()));
  }

  private void rules(List<TableRule> before, List<TableRule> after) {
    for (Paired<TableRule> pair : Paired.of(before, after, TableRule::id)) {
      ChangePlace row = place.rule(pair.key());
      if (pair.before() == null) {
        changes.add(new Change(Subject.RULE, Kind.ADDED, row, "", pair.textAfter(this::text)));
      } else if (pair.after() == null) {
        changes.add(new Change(Subject.RULE, Kind.REMOVED, row, pair.textBefore(this::text), ""));
      } else {
        cells(pair.before(), pair.after(), row);
      }
    }
    moved(ids(before), ids(after));
  }

  private String text(TableRule rule) {
    return String.join(" | ", texts(rule));
  }

  private static List<String> texts(TableRule rule) {
    return Stream.concat(rule.inputs().stream(), rule.outputs().stream()).map(Cell::text).toList();
  }

  private void cells(TableRule before, TableRule after, ChangePlace row) {
    Map<String, String> old = byColumn(before, columnsBefore);
    Map<String, String> fresh = byColumn(after, columnsAfter);
    for (Column column : columnsAfter) {
      // A cell of a column that came or went is told by the column.
      String was = old.get(column.id());
      String is = fresh.getOrDefault(column.id(), "");
      if (was != null && !was.equals(is)) {
        changes.add(new Change(Subject.CELL, Kind.CHANGED, row.column(column.id()), was, is));
      }
    }
    changed(
        Subject.NOTE,
        row,
        String.join(" | ", before.annotations()),
        String.join(" | ", after.annotations()));
  }

  private static Map<String, String> byColumn(TableRule rule, List<Column> columns) {
    List<String> texts = texts(rule);
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i).id(), texts.get(i));
    }
    return cells;
  }

  /** Tells the rows that changed their place among those both tables have. */
  private void moved(List<String> before, List<String> after) {
    List<String> old = kept(before, after);
    List<String> fresh = kept(after, before);
    Set<String> still = new HashSet<>(CommonOrder.of(old, fresh));
    for (String id : fresh) {
      if (!still.contains(id)) {
        changes.add(
            new Change(
                Subject.RULE,
                Kind.MOVED,
                place.rule(id),
                Integer.toString(before.indexOf(id) + 1),
                Integer.toString(after.indexOf(id) + 1)));
      }
    }
  }

  private static List<String> ids(List<TableRule> rules) {
    return rules.stream().map(TableRule::id).distinct().toList();
  }

  private static List<String> kept(List<String> ids, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return ids.stream().filter(known::contains).toList();
  }

  private void changed(Subject subject, ChangePlace where, String before, String after) {
    if (!before.equals(after)) {
      changes.add(Change.of(subject, where, before, after));
    }
  }
}
