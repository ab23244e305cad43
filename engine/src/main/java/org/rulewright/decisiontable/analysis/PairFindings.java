package org.rulewright.decisiontable.analysis;

import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** All pairs of rules looked at; what is found is kept up to a number, and counted beyond it. */
final class PairFindings {

  static final int MOST = 1_000;

  private final TreeMap<Pair, Finding> found = new TreeMap<>();
  private long more;
  private boolean incomplete;
  private double examined = 1;

  /** Looks at every pair. */
  static PairFindings of(Subject subject, Budget budget) {
    PairFindings findings = new PairFindings();
    PairCheck check = new PairCheck(subject);
    int rules = subject.rules();
    Overlaps overlaps = new Overlaps(subject.grid());
    for (int second = 1; second < rules; second++) {
      for (int first : overlaps.before(second)) {
        findings.add(first, second, check.judge(first, second));
      }
      if (!budget.allows(second)) {
        findings.incomplete = true;
        findings.examined = (double) second * second / rules / rules;
        break;
      }
    }
    return findings;
  }

  /** Looks again at the pairs of rules that changed; empty of meaning if not all were kept. */
  PairFindings after(Subject subject, List<Integer> changed) {
    PairFindings findings = new PairFindings();
    IntPredicate stays = rule -> !changed.contains(rule);
    PairCheck check = new PairCheck(subject);
    found.keySet().stream()
        .filter(pair -> stays.test(pair.first()) && stays.test(pair.second()))
        // judged again, because the words of the example may be others now
        .forEach(pair ->
            findings.add(pair.first(), pair.second(), check.judge(pair.first(), pair.second())));
    for (int rule : changed) {
      for (int other = 0; other < subject.rules(); other++) {
        if (other != rule && (stays.test(other) || other < rule)) {
          int first = Math.min(rule, other);
          int second = Math.max(rule, other);
          findings.add(first, second, check.judge(first, second));
        }
      }
    }
    return findings;
  }

  private void add(int first, int second, @Nullable Finding finding) {
    if (finding == null) {
      return;
    }
    if (found.size() < MOST) {
      found.put(new Pair(first, second), finding);
    } else {
      more++;
    }
  }

  List<Finding> list() {
    return List.copyOf(found.values());
  }

  /** How many were found beyond those kept. */
  long more() {
    return more;
  }

  boolean isWhole() {
    return more == 0 && !incomplete;
  }

  boolean isIncomplete() {
    return incomplete;
  }

  double examined() {
    return examined;
  }

  private record Pair(int first, int second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int order = Integer.compare(first, other.first);
      return order != 0 ? order : Integer.compare(second, other.second);
    }
  }
}
