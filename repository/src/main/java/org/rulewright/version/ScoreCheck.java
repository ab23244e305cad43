package org.rulewright.version;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rulewright.model.ExpectedScores;

/**
 * A recorded score beside what the pinned model gives today for the same inputs.
 *
 * @param name of the call: the key of the model, with {@code #2} for its second
 * @param recorded its {@code outputs} by name, or the codes of why it {@code failed}
 * @param recomputed the same of today
 * @param difference the largest between two numbers, relative to those beyond 1
 * @param agrees whether numbers differ by no more than {@link ExpectedScores#TOLERANCE} and all
 *     else is equal
 */
public record ScoreCheck(
    String name,
    int version,
    Map<String, @Nullable Object> recorded,
    Map<String, @Nullable Object> recomputed,
    double difference,
    boolean agrees) {

  static ScoreCheck of(
      String name,
      VersionPin pin,
      Map<String, @Nullable Object> recorded,
      Map<String, @Nullable Object> recomputed) {
    double largest = 0;
    boolean equal =
        Objects.equals(recorded.get(UsedValues.FAILED), recomputed.get(UsedValues.FAILED));
    if (recorded.get(UsedValues.OUTPUTS) instanceof Map<?, ?> before
        && recomputed.get(UsedValues.OUTPUTS) instanceof Map<?, ?> after) {
      equal &= before.keySet().equals(after.keySet());
      for (var output : before.keySet()) {
        var was = before.get(output);
        var is = after.get(output);
        if (was instanceof Number a && is instanceof Number b) {
          largest = Math.max(largest, difference(a.doubleValue(), b.doubleValue()));
        } else {
          equal &= Objects.equals(was, is);
        }
      }
    }
    return new ScoreCheck(
        name,
        pin.number(),
        recorded,
        recomputed,
        largest,
        equal && largest <= ExpectedScores.TOLERANCE);
  }

  private static double difference(double was, double is) {
    return Math.abs(was - is) / Math.max(1, Math.abs(was));
  }
}
