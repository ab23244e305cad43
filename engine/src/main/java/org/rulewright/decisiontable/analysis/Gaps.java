package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulewright.decision.Severity;
import org.rulewright.decisiontable.HitPolicy;

/**
 * The facts no rule takes, as boxes as large as they can be; boxes may share facts.
 *
 * @param complete whether these are all
 * @param examined the share of all combinations of regions that was gone through, 0 to 1
 */
record Gaps(List<Box> boxes, boolean complete, double examined) {

  static final int MOST = 100;

  static Gaps of(Subject subject, Budget budget) {
    if (!matter(subject)) {
      return new Gaps(List.of(), true, 1);
    }
    var search = new CoverSearch(subject.grid().domain(), covers(subject), MOST, budget);
    List<Box> found = List.copyOf(search.run());
    return new Gaps(found, search.isComplete(), search.examined());
  }

  /** Whether they are all, or so many that nobody will miss the others before these are closed. */
  boolean canBeContinued() {
    return complete || boxes.size() > MOST / 2;
  }

  /**
   * The gaps after some rules changed; what was not gone through before still is not.
   *
   * @param left the boxes those rules had before, in the regions of now
   * @param boxes the gaps of before, in the regions of now
   */
  Gaps after(
      Subject subject, List<Integer> changed, List<Box> left, List<Box> known, Budget budget) {
    if (!matter(subject)) {
      return new Gaps(List.of(), true, 1);
    }
    List<Box> kept = new ArrayList<>();
    List<Box> open = new ArrayList<>(left);
    for (Box gap : known) {
      boolean closing =
          changed.stream().map(subject::box).anyMatch(box -> box.exact() && box.overlaps(gap));
      (closing ? open : kept).add(gap);
    }
    List<Box> covers = covers(subject);
    open.removeIf(Box::isEmpty);
    for (Box place : open) {
      if (kept.size() >= MOST) {
        return new Gaps(List.copyOf(kept), false, examined);
      }
      List<Box> taken = new ArrayList<>(covers);
      taken.addAll(kept);
      var search = new CoverSearch(place, taken, MOST - kept.size(), budget);
      kept.addAll(search.run());
      if (!search.isComplete()) {
        return new Gaps(kept, false, examined);
      }
    }
    return new Gaps(List.copyOf(kept), complete, examined);
  }

  /** Where every output has a default, no facts are left without an answer. */
  private static boolean matter(Subject subject) {
    return subject.table().outputs().stream().anyMatch(output -> output.defaultText() == null)
        && !subject.table().inputs().isEmpty()
        && subject.rules() > 0;
  }

  private static List<Box> covers(Subject subject) {
    return subject.grid().rules().stream().filter(box -> box.exact() && !box.isEmpty()).toList();
  }

  List<Finding> findings(Subject subject) {
    List<Box> unsure =
        subject.grid().rules().stream().filter(box -> !box.exact() && !box.isEmpty()).toList();
    return boxes.stream()
        .filter(gap -> unsure.stream().noneMatch(gap::overlaps))
        .map(gap -> finding(subject, gap))
        .toList();
  }

  private static Finding finding(Subject subject, Box gap) {
    return subject.finding(
        "check.gap",
        severity(subject.policy()),
        List.of(),
        List.of(words(subject, gap)),
        gap,
        rule(subject, gap));
  }

  /** A rule for the facts of a box, its outputs still empty. */
  static Optional<TableFix> rule(Subject subject, Box gap) {
    return cells(subject, gap).map(TableFix.AddRule::new);
  }

  private static Severity severity(HitPolicy policy) {
    return switch (policy) {
      case UNIQUE, ANY, PRIORITY, FIRST -> Severity.WARNING;
      case COLLECT, RULE_ORDER, OUTPUT_ORDER -> Severity.INFO;
    };
  }

  private static String words(Subject subject, Box gap) {
    List<String> words = new ArrayList<>();
    for (int axis = 0; axis < subject.grid().axes().size(); axis++) {
      String text = subject.text(axis, gap.side(axis)).orElse("…");
      if (!text.equals("-")) {
        words.add(subject.grid().axes().get(axis).expression() + ": " + text);
      }
    }
    return words.isEmpty() ? "-" : String.join("; ", words);
  }

  private static Optional<List<String>> cells(Subject subject, Box gap) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < subject.grid().columns(); column++) {
      int axis = subject.grid().axisOf(column);
      Optional<String> text = subject.text(axis, gap.side(axis));
      if (text.isEmpty()) {
        return Optional.empty();
      }
      cells.add(text.get());
    }
    return Optional.of(cells);
  }
}
