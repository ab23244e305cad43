package org.rulewright.decisiontable.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says what an analysis left out, so that silence about the rest means that it is right. */
final class Incompleteness {

  private static final String PREFIX = "check.limit-";

  private Incompleteness() {}

  static boolean isOne(Finding finding) {
    return finding.code().startsWith(PREFIX);
  }

  static List<Finding> of(
      Subject subject, PairFindings pairs, List<ReachCheck.Reach> reaches, Gaps gaps) {
    List<Finding> found = new ArrayList<>();
    if (pairs.isIncomplete()) {
      add(found, subject, "pairs", percent(pairs.examined()));
    }
    if (pairs.more() > 0) {
      add(found, subject, "pairs-listed", String.valueOf(pairs.more()));
    }
    long unknown =
        reaches.stream().filter(it -> it.kind() == ReachCheck.Reach.Kind.UNKNOWN).count();
    if (unknown > 0) {
      add(found, subject, "reach", String.valueOf(unknown));
    }
    if (!gaps.complete()) {
      add(found, subject, "gaps", percent(gaps.examined()));
    }
    if (subject.grid().cellsBeyond() > 0) {
      add(found, subject, "cells", String.valueOf(subject.grid().cellsBeyond()));
    }
    return found;
  }

  private static void add(List<Finding> found, Subject subject, String what, String argument) {
    found.add(
        new Finding(
            TableAnalysis.remark(subject, PREFIX + what, subject.table().name(), argument),
            List.of(),
            Map.of(),
            Optional.empty()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", Math.floor(share * 1000) / 10);
  }
}
