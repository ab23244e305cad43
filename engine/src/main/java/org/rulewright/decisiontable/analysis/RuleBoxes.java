package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.expression.UnaryTests;

/** Makes the boxes of rules; equal cells of an axis share their regions. */
final class RuleBoxes {

  private final List<Axis> axes;
  private final int[] axisOf;
  private final CellTests cells;
  private final List<Map<String, Regions>> known = new ArrayList<>();

  RuleBoxes(List<Axis> axes, int[] axisOf, CellTests cells) {
    this.axes = axes;
    this.axisOf = axisOf;
    this.cells = cells;
    axes.forEach(axis -> known.add(new HashMap<>()));
  }

  Box of(TableRule rule) {
    Regions[] sides = axes.stream().map(Axis::possible).toArray(Regions[]::new);
    boolean exact = true;
    for (int column = 0; column < axisOf.length; column++) {
      String text = rule.inputs().get(column).text();
      if (cells.isBeyond(text)) {
        exact = false;
        continue;
      }
      int axis = axisOf[column];
      Regions side = known.get(axis).computeIfAbsent(text, _ -> side(axis, text));
      sides[axis] = sides[axis].and(side);
    }
    return new Box(sides, exact);
  }

  private Regions side(int axis, String text) {
    Axis values = axes.get(axis);
    return values.of(cells.test(text).orElse(UnaryTests.ANY)).and(values.possible());
  }
}
