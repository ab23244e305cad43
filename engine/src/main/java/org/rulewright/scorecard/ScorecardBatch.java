package org.rulewright.scorecard;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactColumn;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Outcome;
import org.rulewright.value.ValueIndex;

/** A scorecard over many rows of facts: bins are found characteristic by characteristic. */
final class ScorecardBatch {

  /** So many rows at a time, that their bins stay near the processor. */
  private static final int STRETCH = 1024;

  /** So many sums are remembered with their scores; a power of two. */
  private static final int REMEMBERED = 1024;

  private final CompiledScorecard card;
  private final @Nullable String[] variables;
  private final ValueIndex[] bins;
  private final int[] missing;
  private final long @Nullable [][] units;

  /** By characteristic, then by row. */
  private final int[][] found;

  private final long[] sums = new long[REMEMBERED];
  private final @Nullable Outcome[] scores = new @Nullable Outcome[REMEMBERED];

  ScorecardBatch(
      CompiledScorecard card,
      @Nullable String[] variables,
      ValueIndex[] bins,
      int[] missing,
      long @Nullable [][] units) {
    this.card = card;
    this.variables = variables;
    this.bins = bins;
    this.missing = missing;
    this.units = units;
    this.found = new int[bins.length][STRETCH];
  }

  void evaluate(
      FactColumns facts,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    for (int start = from; start < to; start += STRETCH) {
      int end = Math.min(to, start + STRETCH);
      boolean plain = classify(facts, start, end);
      for (int row = start; row < end; row++) {
        outcomes[row - from] =
            plain && isClear(row - start)
                ? scored(row - start, traced)
                : card.evaluate(facts.row(row), asOf, traced);
      }
    }
  }

  void reasons(
      FactColumns facts,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    for (int start = from; start < to; start += STRETCH) {
      int end = Math.min(to, start + STRETCH);
      boolean plain = classify(facts, start, end);
      for (int row = start; row < end; row++) {
        outcomes[row - from] =
            plain && isClear(row - start)
                ? card.reasoned(binsOf(row - start), traced)
                : card.reasons(facts.row(row), asOf, traced);
      }
    }
  }

  /** Finds the bins; false where an input is more than a plain name. */
  private boolean classify(FactColumns facts, int from, int to) {
    for (int i = 0; i < bins.length; i++) {
      String variable = variables[i];
      if (variable == null) {
        return false;
      }
      FactColumn column = facts.column(variable);
      int[] into = found[i];
      for (int row = from; row < to; row++) {
        into[row - from] = column.target(bins[i], missing[i], row);
      }
    }
    return true;
  }

  private boolean isClear(int place) {
    for (int[] of : found) {
      if (of[place] == CompiledScorecard.UNCLEAR) {
        return false;
      }
    }
    return true;
  }

  private int[] binsOf(int place) {
    return Arrays.stream(found).mapToInt(of -> of[place]).toArray();
  }

  /** Rows of one sum share their outcome unless a trace tells them apart. */
  private Outcome scored(int place, boolean traced) {
    if (traced || units == null) {
      int[] all = binsOf(place);
      return card.scored(all, card.score(all), traced);
    }
    long sum = 0;
    for (int i = 0; i < found.length; i++) {
      int bin = found[i][place];
      if (bin == CompiledScorecard.NO_BIN) {
        return card.scored(new int[0], null, false);
      }
      sum += units[i][bin];
    }
    int slot = (int) (sum ^ sum >>> 10) & REMEMBERED - 1;
    Outcome known = scores[slot];
    if (known == null || sums[slot] != sum) {
      @Nullable BigDecimal score = card.score(binsOf(place));
      known = card.scored(new int[0], score, false);
      scores[slot] = known;
      sums[slot] = sum;
    }
    return known;
  }
}
