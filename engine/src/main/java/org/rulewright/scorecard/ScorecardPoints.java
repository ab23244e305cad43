package org.rulewright.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.TraceStep;

/**
 * Why a scorecard came to its score: the points of each characteristic.
 *
 * @param sum of the initial score and all points, before scaling; null where a value was in no bin
 */
public record ScorecardPoints(List<Line> lines, @Nullable BigDecimal sum) {

  public ScorecardPoints {
    lines = List.copyOf(lines);
  }

  /**
   * One characteristic.
   *
   * @param value it looked at; null where there was none, or where nobody knows any more
   * @param bin null where the value was in none
   * @param lost points lost, 0 or negative where none were
   * @param reasonCode given for points lost; empty for none
   */
  public record Line(
      Characteristic characteristic,
      @Nullable Object value,
      @Nullable Bin bin,
      BigDecimal points,
      BigDecimal lost,
      String reasonCode) {}

  /** The points behind a step of a trace, whose hits are bins, worked out when somebody asks. */
  public static ScorecardPoints of(Scorecard card, TraceStep step) {
    return of(card, step, id -> null);
  }

  /**
   * The same with the values the characteristics looked at.
   *
   * @param values by id of the characteristic
   */
  public static ScorecardPoints of(
      Scorecard card, TraceStep step, Function<String, @Nullable Object> values) {
    List<Line> lines = new ArrayList<>();
    BigDecimal sum = card.initialScore();
    boolean whole = true;
    for (Characteristic characteristic : card.characteristics()) {
      Bin bin =
          characteristic.bins().stream()
              .filter(it -> step.hits().contains(it.id()))
              .findFirst()
              .orElse(null);
      Object value = values.apply(characteristic.id());
      if (bin == null) {
        whole = false;
        lines.add(new Line(characteristic, value, null, BigDecimal.ZERO, BigDecimal.ZERO, ""));
      } else {
        BigDecimal lost = card.method().lost(characteristic, bin.points());
        String code = lost.signum() > 0 ? characteristic.reasonOf(bin) : "";
        lines.add(new Line(characteristic, value, bin, bin.points(), lost, code));
        sum = sum.add(bin.points());
      }
    }
    return new ScorecardPoints(lines, whole ? sum : null);
  }
}
