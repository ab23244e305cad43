package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.expression.Conditions;
import org.rulewright.scorecard.Bin;
import org.rulewright.scorecard.Characteristic;
import org.rulewright.scorecard.ReasonMethod;
import org.rulewright.scorecard.Scorecard;

/** A scorecard as the tables and texts any engine runs. */
final class ScorecardTexts {

  private ScorecardTexts() {}

  /** The table of a characteristic; a bin that takes nothing has no rule. */
  static TableDefinition table(Scorecard card, Characteristic characteristic) {
    var id = characteristic.id();
    List<TableRule> rules = new ArrayList<>();
    var taken = characteristic.taken();
    for (int i = 0; i < taken.size(); i++) {
      Bin bin = characteristic.bins().get(i);
      if (!taken.get(i).isEmpty()) {
        var reason = characteristic.reasonOf(bin);
        rules.add(
            new TableRule(
                bin.id(),
                List.of(new Cell(bin.id() + "_in", Conditions.write(taken.get(i)))),
                List.of(
                    new Cell(bin.id() + "_points", Conditions.literal(bin.points())),
                    new Cell(
                        bin.id() + "_reason",
                        reason.isEmpty() ? "null" : Conditions.literal(reason))),
                List.of()));
      }
    }
    return new TableDefinition(
        id,
        card.nameOf(characteristic),
        HitPolicy.UNIQUE,
        null,
        List.of(
            new InputClause(
                id + "_input",
                characteristic.label(),
                characteristic.input(),
                TreeTables.type(characteristic.kind()),
                null)),
        List.of(
            new OutputClause(id + "_output_points", "points", FactType.NUMBER, null, null),
            new OutputClause(id + "_output_reason", "reasonCode", FactType.TEXT, null, null)),
        rules);
  }

  /** The sum, scaled and rounded; null where a characteristic is in no bin. */
  static String score(Scorecard card) {
    var names = card.characteristics().stream().map(card::nameOf).toList();
    var none = names.stream().map(it -> it + " = null").collect(Collectors.joining(" or "));
    var sum =
        Conditions.literal(card.initialScore())
            + names.stream().map(it -> " + " + it + ".points").collect(Collectors.joining());
    var scaling = card.scaling();
    var score =
        scaling == null
            ? sum
            : Conditions.literal(scaling.offset())
                + " + "
                + Conditions.literal(scaling.factor())
                + " * ("
                + sum
                + ")";
    var decimals = card.decimals();
    return "if "
        + none
        + " then null else "
        + (decimals == null ? score : "round half up(" + score + ", " + decimals + ")");
  }

  /** The codes of the characteristics that lost points, the most points first. */
  static String reasons(Scorecard card) {
    if (card.reasons() == 0) {
      return "[]";
    }
    var losses =
        card.characteristics().stream()
            .map(it -> loss(card, it))
            .collect(Collectors.joining(",\n    "));
    return """
    {
      losses: [
        %s
      ],
      ranked: distinct values(sort(losses[lost > 0 and code != null], \
    function(one, other) one.lost > other.lost).code),
      first: if count(ranked) <= %d then ranked else sublist(ranked, 1, %d)
    }.first\
    """
        .formatted(losses, card.reasons(), card.reasons());
  }

  private static String loss(Scorecard card, Characteristic characteristic) {
    var name = card.nameOf(characteristic);
    var reference = Conditions.literal(card.method().reference(characteristic));
    var lost =
        card.method() == ReasonMethod.POINTS_ABOVE
            ? name + ".points - " + reference
            : reference + " - " + name + ".points";
    return "if %s = null then {lost: 0, code: null} else {lost: %s, code: %s.reasonCode}"
        .formatted(name, lost, name);
  }
}
