package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.analysis.ReachCheck.Reach;

/** Looks again at those rules only that a change may have made dead or brought to life. */
final class ReachUpdate {

  private final Subject now;
  private final List<Integer> changed;
  private final List<Box> left;
  private final Budget budget;
  private final ReachCheck check;

  ReachUpdate(Subject now, List<Integer> changed, List<Box> left, Budget budget) {
    this.now = now;
    this.changed = changed;
    this.left = left;
    this.budget = budget;
    this.check = new ReachCheck(now, budget);
  }

  List<Reach> of(List<Reach> before) {
    List<Reach> reaches = new ArrayList<>(before.size());
    for (int rule = 0; rule < before.size(); rule++) {
      Reach known = before.get(rule);
      if (changed.contains(rule) || !stands(rule, known)) {
        reaches.add(budget.allows(now.rules()) ? check.of(rule) : Reach.UNKNOWN);
      } else {
        reaches.add(known);
      }
    }
    return reaches;
  }

  private boolean stands(int rule, Reach known) {
    Box box = now.box(rule);
    if (known.kind() == Reach.Kind.NEVER) {
      // It may only have been dead because of what has changed.
      return left.stream().noneMatch(box::overlaps) || isTakenByAnother(known.finding());
    }
    @Nullable Object[] witness = known.witness();
    return witness == null || changed.stream().map(now::box).noneMatch(it -> takes(it, witness));
  }

  /** Whether a single rule that has not changed takes all its cases. */
  private boolean isTakenByAnother(@Nullable Finding finding) {
    return finding != null
        && finding.rules().size() == 2
        && changed.stream().map(now::id).noneMatch(finding.rules()::contains);
  }

  private boolean takes(Box box, @Nullable Object[] facts) {
    for (int i = 0; i < facts.length; i++) {
      int axis = i;
      Object value = facts[i];
      if (!now.grid().axes().get(axis).of(value).map(box.side(axis)::contains).orElse(false)) {
        return false;
      }
    }
    return true;
  }
}
