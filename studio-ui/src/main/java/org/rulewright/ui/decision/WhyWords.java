package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisiontable.Distance;
import org.rulewright.decisiontable.TableWhy;

/** Puts into words why something did not come out otherwise. */
final class WhyWords {

  private WhyWords() {}

  /** Why a cell kept its rule from matching. */
  static String of(TableWhy.FailedCell cell, TableWhy why, FactNames names) {
    String input = names.called(why.inputs().get(cell.column()).expression());
    String is =
        tr(
            cell.undecided() ? "decision.why.error" : "decision.why.is",
            input,
            value(cell.value()),
            cell.text());
    return cell.distance().map(distance -> is + distance(distance)).orElse(is);
  }

  static String value(@Nullable Object value) {
    return value == null ? tr("decision.why.nothing") : FactsPart.value(value);
  }

  /** Such as: sales = 900, industry = C13. */
  static String values(Map<String, @Nullable Object> values, FactNames names) {
    return values.entrySet().stream()
        .map(entry -> names.called(entry.getKey()) + " = " + inLine(entry.getValue()))
        .collect(Collectors.joining(tr("decision.why.comma")));
  }

  private static String inLine(@Nullable Object value) {
    return value(value).replace("\n", tr("decision.why.comma"));
  }

  private static String distance(Distance distance) {
    return switch (distance) {
      case Distance.OfNumber(var _, var _, var by) when by.signum() == 0 ->
          tr("decision.why.atBound");
      case Distance.OfDate(var _, var _, var days) when days == 0 -> tr("decision.why.atBound");
      case Distance.OfNumber(var _, var _, var by) ->
          tr(
              by.signum() >= 0 ? "decision.why.short" : "decision.why.above",
              FactsPart.value(by.abs()));
      case Distance.OfDate(var _, var _, var days) ->
          tr(days >= 0 ? "decision.why.early" : "decision.why.late", Math.abs(days));
      case Distance.OfValues _ -> "";
    };
  }
}
