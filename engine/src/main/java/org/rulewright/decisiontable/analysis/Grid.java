package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactField;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;

/**
 * A table as boxes: one axis for each input expression, one box for each rule.
 *
 * <p>Columns that test the same expression share an axis, so that what they say together is known.
 */
final class Grid {

  private final List<Axis> axes;
  private final List<Box> rules;

  /** By column. */
  private final int[] axisOf;

  private final CellTests cells;
  private final int cellsBeyond;

  private Grid(List<Axis> axes, List<Box> rules, int[] axisOf, CellTests cells, int cellsBeyond) {
    this.axes = axes;
    this.rules = rules;
    this.axisOf = axisOf;
    this.cells = cells;
    this.cellsBeyond = cellsBeyond;
  }

  /** Lays a table out. */
  static Grid of(TableDefinition table, Map<String, FactField> fields) {
    List<String> expressions = new ArrayList<>();
    int[] axisOf = new int[table.inputs().size()];
    for (int column = 0; column < axisOf.length; column++) {
      String expression = table.inputs().get(column).expression().strip();
      int known = expressions.indexOf(expression);
      axisOf[column] = known >= 0 ? known : expressions.size();
      if (known < 0) {
        expressions.add(expression);
      }
    }
    var cells = new CellTests();
    List<Axis> axes = new ArrayList<>();
    for (int axis = 0; axis < expressions.size(); axis++) {
      AxisBuilder builder = builder(axis, axisOf, table, cells, fields);
      add(table.rules(), axis, axisOf, cells, builder);
      axes.add(builder.build());
    }
    var boxes = new RuleBoxes(axes, axisOf, cells);
    List<Box> rules = table.rules().stream().map(boxes::of).toList();
    return new Grid(List.copyOf(axes), rules, axisOf, cells, cells.beyond(table.rules()));
  }

  /**
   * Lays the table out after some of its rules changed; axes keep the points they had.
   *
   * @param before the table this grid is of
   */
  Grid after(
      TableDefinition before,
      TableDefinition table,
      List<Integer> changed,
      Map<String, FactField> fields) {
    List<TableRule> now = changed.stream().map(table.rules()::get).toList();
    List<Axis> moved = new ArrayList<>();
    List<Translation> translations = new ArrayList<>();
    for (int axis = 0; axis < axes.size(); axis++) {
      AxisBuilder builder = builder(axis, axisOf, table, cells, fields);
      builder.addPoints(axes.get(axis));
      add(now, axis, axisOf, cells, builder);
      Axis built = builder.build();
      boolean same = built.end() == axes.get(axis).end();
      moved.add(same ? axes.get(axis) : built);
      translations.add(new Translation(axes.get(axis), moved.getLast()));
    }
    var boxes = new RuleBoxes(moved, axisOf, cells);
    List<Box> boxesNow = new ArrayList<>(rules.size());
    for (int rule = 0; rule < rules.size(); rule++) {
      boxesNow.add(
          changed.contains(rule)
              ? boxes.of(table.rules().get(rule))
              : translated(rules.get(rule), translations));
    }
    int gone = cells.beyond(changed.stream().map(before.rules()::get).toList());
    return new Grid(moved, boxesNow, axisOf, cells, cellsBeyond - gone + cells.beyond(now));
  }

  private static Box translated(Box box, List<Translation> translations) {
    if (translations.stream().allMatch(Translation::changesNothing)) {
      return box;
    }
    Regions[] sides = new Regions[box.sides().length];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = translations.get(i).of(box.side(i));
    }
    return new Box(sides, box.exact());
  }

  private static AxisBuilder builder(
      int axis,
      int[] axisOf,
      TableDefinition table,
      CellTests cells,
      Map<String, FactField> fields) {
    int column = 0;
    while (axisOf[column] != axis) {
      column++;
    }
    InputClause clause = table.inputs().get(column);
    String expression = clause.expression().strip();
    return new AxisBuilder(
        expression,
        clause.type(),
        cells.test(clause.allowedValues()).orElse(null),
        fields.get(expression));
  }

  private static void add(
      List<TableRule> rules, int axis, int[] axisOf, CellTests cells, AxisBuilder builder) {
    for (int column = 0; column < axisOf.length; column++) {
      if (axisOf[column] == axis) {
        for (TableRule rule : rules) {
          cells.test(rule.inputs().get(column).text()).ifPresent(builder::add);
        }
      }
    }
  }

  List<Axis> axes() {
    return axes;
  }

  List<Box> rules() {
    return rules;
  }

  Box rule(int index) {
    return rules.get(index);
  }

  int axisOf(int column) {
    return axisOf[column];
  }

  int columns() {
    return axisOf.length;
  }

  /** How many cells could not be turned into regions. */
  int cellsBeyond() {
    return cellsBeyond;
  }

  /** All facts there can be. */
  Box domain() {
    return Box.of(axes.stream().map(Axis::possible).toArray(Regions[]::new));
  }

  /** Whether every axis is a fact of its own, so that any combination of values can occur. */
  boolean isIndependent() {
    return axes.stream().allMatch(axis -> axis.expression().matches("[\\p{L}_][\\p{L}\\p{N}_ ]*"));
  }

  /** The simplest facts of a box. */
  Map<String, @Nullable Object> example(Box box) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = axes.get(i);
      Regions side = box.side(i);
      Regions given = side.minus(Regions.of(Axis.NULL, Axis.TRUE));
      Regions known = given.isEmpty() ? side : withoutOther(given, axis);
      facts.put(axis.expression(), axis.example(simplest(known, axis)));
    }
    return facts;
  }

  /** A text that has a name is simpler than any other. */
  private static Regions withoutOther(Regions side, Axis axis) {
    Regions named = side.minus(Regions.of(axis.otherText(), axis.otherText() + 1));
    return named.isEmpty() ? side : named;
  }

  /** A point, where there is one, is simpler than what lies beside it. */
  private static int simplest(Regions side, Axis axis) {
    int first = side.first();
    boolean belowAll = first == axis.firstNumber() || first == axis.firstDate();
    return belowAll && side.contains(first + 1) ? first + 1 : first;
  }
}
