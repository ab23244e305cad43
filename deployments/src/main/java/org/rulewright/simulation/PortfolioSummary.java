package org.rulewright.simulation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run.
 *
 * @param problems rows that could not be decided
 * @param averageRate of the granted, weighed by amount; null where nothing was granted
 * @param auc the chance that a good case has a higher score than a bad one, ties counting half
 *     (Mann-Whitney); null where no outcome is known or all are alike
 * @param grades by grade, in the order of the grades' names
 * @param amounts granted amounts in ten bands of equal width
 * @param rates of the granted, in ten bands of equal width
 * @param allocation null where no budget was allocated
 */
public record PortfolioSummary(
    long rows,
    long approved,
    long declined,
    long referred,
    long problems,
    BigDecimal amount,
    @Nullable BigDecimal averageRate,
    @Nullable BigDecimal auc,
    List<GradeFigures> grades,
    List<Band> amounts,
    List<Band> rates,
    @Nullable AllocationFigures allocation) {

  /** The share of decided rows that were approved, 0 to 1; 0 where none was decided. */
  public double approvalRate() {
    long decided = rows - problems;
    return decided == 0 ? 0 : (double) approved / decided;
  }

  /**
   * Figures of one grade.
   *
   * @param known cases of which the outcome is known
   * @param bad those of them that went bad
   */
  public record GradeFigures(String grade, long rows, long approved, long known, long bad) {}

  /** How many values lie between two bounds; the upper bound belongs to the last band only. */
  public record Band(BigDecimal from, BigDecimal to, long count) {}

  /**
   * What the budget became.
   *
   * @param granted in sum, in CNY: never more than the budget
   * @param expectedProfit in sum, in CNY
   */
  public record AllocationFigures(
      long full,
      long partial,
      long exhausted,
      long unprofitable,
      BigDecimal granted,
      BigDecimal expectedProfit) {}
}
