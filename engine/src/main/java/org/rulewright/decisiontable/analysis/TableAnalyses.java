package org.rulewright.decisiontable.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.rulewright.decision.FactSchema;
import org.rulewright.decisiontable.TableDefinition;

/**
 * Remembers the last analyses, so that a table that is being edited is not looked at as a whole
 * after each key. For many threads at once.
 */
public final class TableAnalyses {

  private final Map<String, Known> known;

  /**
   * Remembers as many tables as said, those last analysed.
   *
   * @param most a table of 10,000 rules takes about 20 MB
   */
  public TableAnalyses(int most) {
    known =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > most;
          }
        };
  }

  /** Analyses a table, from what is known of it as it was before where that helps. */
  public TableAnalysis of(TableDefinition table, FactSchema schema, Limits limits) {
    Known before;
    synchronized (known) {
      before = known.get(table.id());
    }
    var analysis =
        before != null && before.schema.equals(schema) && before.isGoodFor(limits)
            ? before.analysis.after(table)
            : TableAnalysis.of(table, schema, limits);
    synchronized (known) {
      known.put(table.id(), new Known(analysis, schema, limits));
    }
    return analysis;
  }

  private record Known(TableAnalysis analysis, FactSchema schema, Limits limits) {

    /** Where no limit was reached, more time would find no more. */
    boolean isGoodFor(Limits wanted) {
      return limits.equals(wanted) || analysis.isComplete();
    }
  }
}
