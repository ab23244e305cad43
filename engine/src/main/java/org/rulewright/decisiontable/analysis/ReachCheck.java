package org.rulewright.decisiontable.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Severity;

/** Finds rules that can never apply, because no fact fits them or others always come first. */
final class ReachCheck {

  private static final Duration LONGEST_FOR_ONE = Duration.ofMillis(200);
  private static final int MOST_NAMED = 5;

  private final Subject subject;
  private final Budget budget;
  private final Optional<int[]> precedence;
  private final Overlaps overlaps;

  ReachCheck(Subject subject, Budget budget) {
    this.subject = subject;
    this.budget = budget;
    this.overlaps = new Overlaps(subject.grid());
    this.precedence =
        switch (subject.policy()) {
          case FIRST -> Optional.of(new int[subject.rules()]);
          case PRIORITY -> subject.results().priorities();
          case UNIQUE, ANY, COLLECT, RULE_ORDER, OUTPUT_ORDER -> Optional.empty();
        };
  }

  /** Looks at a rule. */
  Reach of(int rule) {
    Box box = subject.box(rule);
    if (box.isEmpty()) {
      return Reach.never(empty(rule));
    }
    if (precedence.isEmpty()) {
      return Reach.SURE;
    }
    List<Integer> before = before(rule, precedence.get());
    for (int other : before) {
      if (subject.box(other).contains(box)) {
        return isTwin(other, rule) ? Reach.SAID : Reach.never(covered(rule, List.of(other), box));
      }
    }
    return before.isEmpty() ? Reach.at(point(box)) : searched(rule, box, before);
  }

  private boolean isTwin(int other, int rule) {
    return other < rule
        && subject.box(rule).exact()
        && subject.box(other).sameSides(subject.box(rule))
        && (subject.policy() == org.rulewright.decisiontable.HitPolicy.FIRST
            || subject.results().areSame(other, rule));
  }

  private List<Integer> before(int rule, int[] rank) {
    List<Integer> before = new ArrayList<>();
    for (int other : overlaps.with(rule)) {
      boolean first = rank[other] < rank[rule] || rank[other] == rank[rule] && other < rule;
      if (first && subject.box(other).exact()) {
        before.add(other);
      }
    }
    return before;
  }

  private Reach searched(int rule, Box box, List<Integer> before) {
    List<Box> takers = before.stream().map(subject::box).toList();
    Optional<Box> lucky = FreePoint.of(box, takers);
    if (lucky.isPresent()) {
      return Reach.at(point(lucky.get()));
    }
    var search = new CoverSearch(box, takers, 1, new Budget(LONGEST_FOR_ONE));
    List<Box> free = search.run();
    budget.allows(before.size());
    if (!free.isEmpty()) {
      return Reach.at(point(free.getFirst()));
    }
    return search.isComplete() ? Reach.never(covered(rule, before, box)) : Reach.UNKNOWN;
  }

  private @Nullable Object[] point(Box box) {
    return subject.grid().example(box).values().toArray();
  }

  private Finding covered(int rule, List<Integer> by, Box example) {
    String rows =
        String.join(", ", by.stream().limit(MOST_NAMED).map(Subject::row).toList())
            + (by.size() > MOST_NAMED ? " …" : "");
    List<Integer> rules = new ArrayList<>(by.stream().limit(MOST_NAMED).toList());
    rules.add(rule);
    return subject.finding(
        "check.unreachable",
        Severity.WARNING,
        rules,
        List.of(Subject.row(rule), rows),
        example,
        Optional.of(new TableFix.RemoveRule(subject.id(rule))));
  }

  private Finding empty(int rule) {
    for (int column = 0; column < subject.grid().columns(); column++) {
      if (subject.box(rule).side(subject.grid().axisOf(column)).isEmpty()) {
        var input = subject.table().inputs().get(column);
        var remark =
            subject.remark(
                "check.impossible",
                Severity.WARNING,
                List.of(rule),
                Subject.row(rule),
                input.expression());
        return new Finding(
            remark.diagnostic(),
            remark.rules(),
            remark.example(),
            Optional.of(new TableFix.RemoveRule(subject.id(rule))));
      }
    }
    throw new IllegalStateException("the box of rule " + rule + " is not empty");
  }

  /**
   * What is known of a rule.
   *
   * @param witness values by axis that the rule decides; null where none is kept
   */
  record Reach(Kind kind, @Nullable Finding finding, @Nullable Object @Nullable [] witness) {

    enum Kind {
      REACHED,
      NEVER,
      UNKNOWN
    }

    static final Reach SURE = new Reach(Kind.REACHED, null, null);

    /** Never reached, but the pair it belongs to says so already. */
    static final Reach SAID = new Reach(Kind.NEVER, null, null);

    static final Reach UNKNOWN = new Reach(Kind.UNKNOWN, null, null);

    static Reach at(@Nullable Object[] witness) {
      return new Reach(Kind.REACHED, null, witness);
    }

    static Reach never(Finding finding) {
      return new Reach(Kind.NEVER, finding, null);
    }

    @Override
    public String toString() {
      return kind + " " + Arrays.toString(witness);
    }
  }
}
