package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;

/** Finds values a fact may take, by the dictionary or the column, that no rule is for. */
final class CategoryCheck {

  private CategoryCheck() {}

  static List<Finding> of(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (int index = 0; index < subject.grid().axes().size(); index++) {
      Regions missing = missing(subject, index);
      if (!missing.isEmpty()) {
        found.add(finding(subject, index, missing));
      }
    }
    return found;
  }

  private static Regions missing(Subject subject, int index) {
    Axis axis = subject.grid().axes().get(index);
    Regions values = axis.possible();
    boolean listed =
        !values.contains(axis.otherText())
            && !values.overlaps(axis.allNumbers().or(axis.allDates()));
    if (!listed) {
      return Regions.NONE;
    }
    Regions left = values.minus(Regions.of(Axis.NULL, Axis.TRUE));
    for (Box rule : subject.grid().rules()) {
      left = left.minus(rule.side(index));
      if (left.isEmpty()) {
        break;
      }
    }
    return left;
  }

  private static Finding finding(Subject subject, int index, Regions missing) {
    Axis axis = subject.grid().axes().get(index);
    Box example = subject.grid().domain().with(index, missing);
    int column = 0;
    while (subject.grid().axisOf(column) != index) {
      column++;
    }
    var facts = subject.grid().example(example);
    return new Finding(
        new Diagnostic(
            "check.category-missing",
            Severity.WARNING,
            Place.of(subject.table().id(), subject.table().inputs().get(column).id()),
            List.of(axis.expression(), CellText.of(missing, axis).orElse("…"))),
        List.of(),
        facts,
        Gaps.rule(subject, example));
  }
}
