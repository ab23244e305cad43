package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Outcome;

/**
 * A table over many rows of facts: the hits are found by column, and rows with the same hits share
 * their outcome wherever it depends on nothing else.
 */
final class TableBatch {

  /** So many outcomes are remembered; a power of two. */
  private static final int REMEMBERED = 1024;

  private final CompiledTable table;
  private final TableIndex index;
  private final OffsetDateTime asOf;
  private final boolean traced;

  /** By the hash of the hits: those that came last. */
  private final int[] @Nullable [] hitsSeen = new int[REMEMBERED][];

  private final @Nullable Outcome[] outcomesSeen = new @Nullable Outcome[REMEMBERED];

  TableBatch(CompiledTable table, TableIndex index, OffsetDateTime asOf, boolean traced) {
    this.table = table;
    this.index = index;
    this.asOf = asOf;
    this.traced = traced;
  }

  /**
   * Decides on the rows from one to another.
   *
   * @param outcomes where the outcome of row i is put at i - from
   */
  void evaluate(FactColumns facts, int from, int to, @Nullable Outcome[] outcomes) {
    if (!table.isIndexed()) {
      for (int i = from; i < to; i++) {
        outcomes[i - from] = table.evaluateAll(facts.row(i), asOf, traced);
      }
      return;
    }
    TableScan scan = new TableScan(index, Math.min(TableScan.STRETCH, to - from));
    int[] hits = new int[Math.min(TableScan.STRETCH, to - from)];
    for (int start = from; start < to; start += TableScan.STRETCH) {
      int end = Math.min(to, start + TableScan.STRETCH);
      scan.classify(facts, start, end, asOf);
      switch (table.policy()) {
        case FIRST -> scan.first(hits);
        case UNIQUE -> scan.only(hits);
        case ANY, PRIORITY, OUTPUT_ORDER, RULE_ORDER, COLLECT ->
            Arrays.fill(hits, TableIndex.UNCLEAR);
      }
      for (int i = start; i < end; i++) {
        @Nullable Outcome known = table.known(hits[i - start], traced);
        outcomes[i - from] = known == null ? evaluate(scan, i - start, facts, i) : known;
      }
    }
  }

  /** By all hits of a row, or cell by cell where the index is unclear. */
  private Outcome evaluate(TableScan scan, int place, FactColumns facts, int row) {
    int @Nullable [] rows = scan.rowsAt(place);
    if (rows == null) {
      return table.evaluateAll(facts.row(row), asOf, traced);
    }
    int[] hits = index.hits(rows);
    return table.isFixed(hits)
        ? remembered(hits)
        : table.concluded(hits, facts.row(row), asOf, traced);
  }

  private Outcome remembered(int[] hits) {
    int hash = Arrays.hashCode(hits);
    int slot = (hash ^ hash >>> 15) & REMEMBERED - 1;
    Outcome outcome = outcomesSeen[slot];
    if (outcome == null || !Arrays.equals(hits, hitsSeen[slot])) {
      outcome = table.concluded(hits, Map.of(), asOf, traced);
      hitsSeen[slot] = hits;
      outcomesSeen[slot] = outcome;
    }
    return outcome;
  }
}
