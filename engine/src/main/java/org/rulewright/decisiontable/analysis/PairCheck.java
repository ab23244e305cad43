package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Severity;

/** What two rules that take common facts do to each other. */
final class PairCheck {

  private final Subject subject;

  PairCheck(Subject subject) {
    this.subject = subject;
  }

  /**
   * Judges two rules.
   *
   * @param first the one further up in the table
   * @return null where nothing is wrong
   */
  @Nullable Finding judge(int first, int second) {
    Box one = subject.box(first);
    Box other = subject.box(second);
    if (!one.overlaps(other) || one.isEmpty() || other.isEmpty()) {
      return null;
    }
    boolean sure = one.exact() && other.exact();
    boolean alike = subject.results().areSame(first, second);
    if (sure && alike && one.sameSides(other)) {
      return duplicate(first, second);
    }
    return switch (subject.policy()) {
      case UNIQUE -> overlap(first, second, alike, sure);
      case ANY -> alike ? subsumed(first, second) : overlap(first, second, false, sure);
      case FIRST -> alike || !sure || !one.sameSides(other) ? null : contradiction(first, second);
      case PRIORITY, COLLECT, RULE_ORDER, OUTPUT_ORDER -> null;
    };
  }

  private Finding duplicate(int first, int second) {
    boolean everyHitCounts =
        switch (subject.policy()) {
          case COLLECT, RULE_ORDER, OUTPUT_ORDER -> true;
          case UNIQUE, ANY, PRIORITY, FIRST -> false;
        };
    return finding(
        "check.duplicate",
        severity(subject.policy() == org.rulewright.decisiontable.HitPolicy.UNIQUE, true),
        first,
        second,
        everyHitCounts
            ? Optional.empty()
            : Optional.of(new TableFix.RemoveRule(subject.id(second))));
  }

  private Finding contradiction(int first, int second) {
    return finding(
        "check.never-reached-twin",
        Severity.WARNING,
        first,
        second,
        Optional.of(new TableFix.RemoveRule(subject.id(second))));
  }

  private Finding overlap(int first, int second, boolean alike, boolean sure) {
    return finding(
        alike ? "check.overlap" : "check.contradiction",
        severity(true, sure),
        first,
        second,
        fix(first, second, alike));
  }

  /** An overlap that is not sure to happen must not stop anybody. */
  private Severity severity(boolean forbidden, boolean sure) {
    return forbidden && sure && subject.grid().isIndependent() ? Severity.ERROR : Severity.WARNING;
  }

  private Optional<TableFix> fix(int first, int second, boolean alike) {
    if (alike && subject.box(first).contains(subject.box(second))) {
      return Optional.of(new TableFix.RemoveRule(subject.id(second)));
    }
    return narrowed(first, second).or(() -> narrowed(second, first));
  }

  /** Takes from a rule what another takes already, where one cell is enough to say so. */
  private Optional<TableFix> narrowed(int kept, int changed) {
    Box one = subject.box(kept);
    Box other = subject.box(changed);
    if (!one.exact() || !other.exact()) {
      return Optional.empty();
    }
    int axis = -1;
    for (int i = 0; i < subject.grid().axes().size(); i++) {
      if (!one.side(i).containsAll(other.side(i))) {
        if (axis >= 0) {
          return Optional.empty();
        }
        axis = i;
      }
    }
    return axis < 0 ? Optional.empty() : narrowed(axis, one, other, subject.id(changed));
  }

  private Optional<TableFix> narrowed(int axis, Box kept, Box changed, String rule) {
    return subject
        .columnOf(axis)
        .flatMap(column ->
            subject
                .text(axis, changed.side(axis).minus(kept.side(axis)))
                .map(text -> new TableFix.ChangeCell(rule, column, text)));
  }

  private @Nullable Finding subsumed(int first, int second) {
    if (contains(first, second)) {
      return subsumed(first, second, second);
    }
    return contains(second, first) ? subsumed(second, first, first) : null;
  }

  private boolean contains(int rule, int other) {
    return subject.box(rule).exact() && subject.box(rule).contains(subject.box(other));
  }

  private Finding subsumed(int by, int rule, int removed) {
    List<Integer> rules = new ArrayList<>(List.of(by, rule));
    return subject.finding(
        "check.subsumed",
        Severity.WARNING,
        rules,
        List.of(Subject.row(rule), Subject.row(by)),
        subject.box(rule),
        Optional.of(new TableFix.RemoveRule(subject.id(removed))));
  }

  private Finding finding(
      String code, Severity severity, int first, int second, Optional<TableFix> fix) {
    return subject.finding(
        code,
        severity,
        List.of(first, second),
        List.of(Subject.row(first), Subject.row(second)),
        subject.box(first).and(subject.box(second)),
        fix);
  }
}
