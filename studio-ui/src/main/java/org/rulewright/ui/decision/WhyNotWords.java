package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import org.rulewright.decisiontable.Distance;
import org.rulewright.decisiontable.TableWhy;

/** Puts into words why a cell kept its rule from matching. */
final class WhyNotWords {

  private WhyNotWords() {}

  static String of(TableWhy.FailedCell cell, TableWhy why) {
    String input = why.inputs().get(cell.column()).expression();
    String value =
        cell.value() == null ? tr("decision.why.nothing") : FactsPart.value(cell.value());
    String is = tr("decision.why.is", input, value, cell.text());
    return cell.distance().map(distance -> is + distance(distance)).orElse(is);
  }

  private static String distance(Distance distance) {
    return switch (distance) {
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
