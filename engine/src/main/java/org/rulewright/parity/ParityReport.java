package org.rulewright.parity;

import java.math.BigInteger;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How our engine compares with Apache KIE on one model, and with Camunda 7.
 *
 * <p>With the same model, limits and clock it is the same but for the time it took, unless the time
 * was over before the end.
 *
 * @param inputs the number of inputs that were varied
 * @param regions the number of elementary regions the inputs have together
 * @param covered how many of them were examined
 * @param examined fact sets that were decided by both engines
 * @param equal those decided alike; an error is equal to an error
 * @param delegated those in which the reference engine evaluated a cell or a decision for ours
 * @param cells cells, column expressions and literal expressions of the decisions
 * @param compiledCells those of them that our compiler took; the others are Apache KIE's own
 * @param smallest the smallest difference of numbers that were not equal, null where there is none
 * @param differences the first of those there are
 * @param flow how it was compared where it is a flow, null where it is a decision
 * @param complete whether every stage came to its end
 */
public record ParityReport(
    String entry,
    OffsetDateTime asOf,
    long seed,
    int inputs,
    List<StageCount> stages,
    BigInteger regions,
    BigInteger covered,
    long examined,
    long equal,
    long different,
    long delegated,
    int cells,
    int compiledCells,
    @Nullable String smallest,
    @Nullable String largest,
    List<Difference> differences,
    CamundaCount camunda,
    @Nullable FlowCount flow,
    boolean complete,
    Duration elapsed) {

  public ParityReport {
    stages = List.copyOf(stages);
    differences = List.copyOf(differences);
  }

  /**
   * Whether nothing was found that speaks against our engine. The way through a flow is compared
   * with Camunda alone, so that there a difference nobody has explained counts, too.
   */
  public boolean agrees() {
    return different == 0 && (flow == null || camunda.unexplained() == 0);
  }

  /** Returns the report as it would be had it taken no time, to compare it with another. */
  public ParityReport withoutTime() {
    return new ParityReport(
        entry,
        asOf,
        seed,
        inputs,
        stages,
        regions,
        covered,
        examined,
        equal,
        different,
        delegated,
        cells,
        compiledCells,
        smallest,
        largest,
        differences,
        camunda,
        flow,
        complete,
        Duration.ZERO);
  }
}
