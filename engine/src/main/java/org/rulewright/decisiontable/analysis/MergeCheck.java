package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Severity;

/**
 * Finds rules that can be drawn as one: the same results, and conditions that differ in one column
 * and touch there.
 */
final class MergeCheck {

  static final int MOST = 200;

  private final Subject subject;
  private final List<Finding> found = new ArrayList<>();

  private MergeCheck(Subject subject) {
    this.subject = subject;
  }

  static List<Finding> of(Subject subject) {
    var check = new MergeCheck(subject);
    boolean ordered =
        switch (subject.policy()) {
          case UNIQUE, ANY, FIRST -> false;
          case COLLECT -> subject.table().aggregator() == null;
          // The order of the answers would change, or the priorities decide.
          case RULE_ORDER, OUTPUT_ORDER, PRIORITY -> true;
        };
    if (!ordered) {
      for (int axis = 0; axis < subject.grid().axes().size(); axis++) {
        check.along(axis);
      }
    }
    return check.found;
  }

  private void along(int axis) {
    Optional<Integer> column = subject.columnOf(axis);
    if (column.isEmpty()) {
      return;
    }
    Map<Rest, List<Integer>> groups = new HashMap<>();
    for (int rule = 0; rule < subject.rules(); rule++) {
      Box box = subject.box(rule);
      if (box.exact() && !box.isEmpty()) {
        groups.computeIfAbsent(rest(axis, rule), _ -> new ArrayList<>()).add(rule);
      }
    }
    groups.values().stream()
        .filter(group -> group.size() > 1)
        .sorted((a, b) -> Integer.compare(a.getFirst(), b.getFirst()))
        .forEach(group -> group(group, axis, column.get()));
  }

  private Rest rest(int axis, int rule) {
    return new Rest(
        axis,
        subject.box(rule).sides(),
        subject.results().number(rule),
        subject.table().rules().get(rule).annotations());
  }

  /** Each rule with the next that it can be merged with; the others after the fix is made. */
  private void group(List<Integer> group, int axis, int column) {
    for (int i = 0; i + 1 < group.size() && found.size() < MOST; i++) {
      int rule = group.get(i);
      for (int j = i + 1; j < group.size(); j++) {
        Optional<Finding> merged = merged(rule, group.get(j), axis, column);
        if (merged.isPresent()) {
          found.add(merged.get());
          break;
        }
      }
    }
  }

  private Optional<Finding> merged(int rule, int other, int axis, int column) {
    Regions one = subject.box(rule).side(axis);
    Regions two = subject.box(other).side(axis);
    Axis values = subject.grid().axes().get(axis);
    if (one.overlaps(two) || !touches(one, two, values) || isInTheWay(rule, other)) {
      return Optional.empty();
    }
    return subject
        .text(axis, one.or(two))
        .map(text ->
            new Finding(
                subject
                    .remark(
                        "check.mergeable",
                        Severity.INFO,
                        List.of(rule, other),
                        Subject.row(rule),
                        Subject.row(other),
                        values.expression(),
                        text)
                    .diagnostic(),
                List.of(subject.id(rule), subject.id(other)),
                subject.grid().example(subject.box(other)),
                Optional.of(
                    new TableFix.MergeRules(subject.id(rule), subject.id(other), column, text))));
  }

  /** Numbers and dates must touch; categories may be any. */
  private static boolean touches(Regions one, Regions two, Axis axis) {
    Regions both = one.or(two);
    Regions spans = both.and(axis.allNumbers().or(axis.allDates()));
    return spans.isEmpty() || both.stretches() < one.stretches() + two.stretches();
  }

  /** Whether the second, moved up to the first, would jump over a rule that answers otherwise. */
  private boolean isInTheWay(int rule, int other) {
    if (subject.policy() != org.rulewright.decisiontable.HitPolicy.FIRST) {
      return false;
    }
    for (int between = rule + 1; between < other; between++) {
      if (!subject.results().areSame(between, other)
          && subject.box(between).overlaps(subject.box(other))) {
        return true;
      }
    }
    return false;
  }

  /** What must be equal of two rules for them to be merged along an axis. */
  private record Rest(int axis, Regions[] sides, int result, List<String> annotations) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Rest(int _, Regions[] those, int thatResult, List<String> notes)
          && result == thatResult
          && areEqualBeside(those)
          && annotations.equals(notes);
    }

    private boolean areEqualBeside(Regions[] those) {
      for (int i = 0; i < sides.length; i++) {
        if (i != axis && !sides[i].equals(those[i])) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int hash = result;
      for (int i = 0; i < sides.length; i++) {
        hash = 31 * hash + (i == axis ? 0 : sides[i].hashCode());
      }
      return hash;
    }
  }
}
