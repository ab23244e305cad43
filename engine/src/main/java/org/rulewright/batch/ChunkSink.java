package org.rulewright.batch;

import java.util.List;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Outcome;

/** Takes the outcomes of one chunk after the other, in the order of the chunks. */
@FunctionalInterface
public interface ChunkSink {

  /**
   * Takes a chunk.
   *
   * @param outcomes by row
   */
  void take(FactColumns chunk, List<Outcome> outcomes);
}
