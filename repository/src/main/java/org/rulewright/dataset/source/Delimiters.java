package org.rulewright.dataset.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Guesses the delimiter: the one that cuts most records into the same number of fields. */
final class Delimiters {

  /** Reads the first records as if they were delimited so. */
  interface Cut {
    List<String[]> by(char delimiter) throws IOException;
  }

  private Delimiters() {}

  static char guess(Cut cut) throws IOException {
    char best = ',';
    double bestScore = 0;
    for (char delimiter : SourceOptions.DELIMITERS.toCharArray()) {
      double score = score(cut.by(delimiter));
      if (score > bestScore) {
        best = delimiter;
        bestScore = score;
      }
    }
    return best;
  }

  /** Share of the records with the usual size; more fields break a tie; one field is no table. */
  private static double score(List<String[]> records) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (var record : records) {
      sizes.merge(record.length, 1, Integer::sum);
    }
    double best = 0;
    for (var size : sizes.entrySet()) {
      if (size.getKey() > 1) {
        double share = (double) size.getValue() / records.size();
        best = Math.max(best, share + Math.min(size.getKey(), 999) / 100_000.0);
      }
    }
    return best;
  }
}
