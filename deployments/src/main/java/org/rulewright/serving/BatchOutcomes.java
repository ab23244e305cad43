package org.rulewright.serving;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.batch.Batch;
import org.rulewright.batch.Columns;
import org.rulewright.decision.Decision;
import org.rulewright.decision.FactLayout;
import org.rulewright.decision.FactRow;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outcomes of many facts by one model, made together where that can be done. */
final class BatchOutcomes {

  private static final Logger LOG = LoggerFactory.getLogger(BatchOutcomes.class);

  private BatchOutcomes() {}

  /** Returns the outcomes in the order of the facts; null where each has to be made by itself. */
  static @Nullable List<Outcome> of(ReleasedModel model, List<Facts> facts, OffsetDateTime asOf) {
    var entry = model.batchEntry();
    return entry.isEmpty() || facts.isEmpty() ? null : together(entry.get(), facts, asOf);
  }

  private static @Nullable List<Outcome> together(
      Decision entry, List<Facts> facts, OffsetDateTime asOf) {
    List<Map<String, @Nullable Object>> rows = facts.stream().map(Facts::asMap).toList();
    try {
      return Batch.onAllProcessors()
          .evaluate(entry, Columns.of(layout(rows.getFirst()), rows), asOf, true);
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
      return null;
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.warn(
          "{} decisions could not be made together and are made one by one", rows.size(), failure);
      return null;
    }
  }

  /** Facts that were checked by one schema share a layout. */
  private static FactLayout layout(Map<String, @Nullable Object> row) {
    return row instanceof FactRow facts ? facts.layout() : FactLayout.of(row.keySet());
  }
}
