package org.rulewright.ui.decision;

import static java.util.Map.entry;
import static org.rulewright.ui.shell.Messages.tr;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rulewright.decisionlog.DecisionOrder;
import org.rulewright.decisionlog.DecisionSummary;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.RowRequest;
import org.rulewright.ui.shell.TableColumn;

/** The columns of a list of decisions. */
final class DecisionColumns {
  private static final int DIGEST_SHOWN = 12;

  private static final Map<String, DecisionOrder.Column> SORTED_BY =
      Map.ofEntries(
          entry("recorded", DecisionOrder.Column.RECORDED),
          entry("verdict", DecisionOrder.Column.VERDICT),
          entry("amount", DecisionOrder.Column.AMOUNT),
          entry("rate", DecisionOrder.Column.RATE),
          entry("score", DecisionOrder.Column.SCORE),
          entry("grade", DecisionOrder.Column.GRADE),
          entry("strategy", DecisionOrder.Column.STRATEGY),
          entry("environment", DecisionOrder.Column.ENVIRONMENT),
          entry("channel", DecisionOrder.Column.CHANNEL),
          entry("askedBy", DecisionOrder.Column.ASKED_BY),
          entry("release", DecisionOrder.Column.RELEASE));

  private DecisionColumns() {}

  static Set<String> sortable() {
    return SORTED_BY.keySet();
  }

  static DecisionOrder order(RowRequest asked) {
    var column = SORTED_BY.get(asked.sortedBy());
    return column == null
        ? DecisionOrder.NEWEST_FIRST
        : new DecisionOrder(column, asked.descending());
  }

  static List<TableColumn<DecisionSummary>> of(
      Formats formats, Map<String, String> strategies, Map<String, String> environments) {
    return List.of(
        TableColumn.<DecisionSummary, Instant>value(
            "recorded",
            tr("decision.recordedAt"),
            it -> it.recordedAt().toInstant(),
            it -> formats.exactTime(it.recordedAt().toInstant())),
        TableColumn.<DecisionSummary>text(
                "verdict",
                tr("decision.verdict"),
                it -> DecisionWords.verdict(it.headline().verdict()))
            .looksLike(it -> DecisionWords.badge(it.headline().verdict())),
        TableColumn.<DecisionSummary, BigDecimal>value(
                "amount",
                tr("decision.amount"),
                it -> it.headline().amount(),
                it -> formats.amount(it.headline().amount()))
            .asAmount(),
        TableColumn.<DecisionSummary, BigDecimal>value(
                "rate",
                tr("decision.rate"),
                it -> it.headline().rate(),
                it -> formats.percent(it.headline().rate(), 2))
            .asPercent(),
        TableColumn.<DecisionSummary, BigDecimal>value(
                "score",
                tr("decision.score"),
                it -> it.headline().score(),
                it -> formats.number(it.headline().score()))
            .asNumber(),
        TableColumn.text(
            "grade",
            tr("decision.grade"),
            it -> it.headline().grade() == null ? "" : it.headline().grade()),
        TableColumn.text(
            "reasons",
            tr("decision.reasons"),
            it -> String.join(", ", it.headline().reasonCodes())),
        TableColumn.text(
            "strategy",
            tr("decision.strategy"),
            it -> strategies.getOrDefault(it.place().strategy(), it.place().strategy())),
        TableColumn.text(
            "environment",
            tr("decision.environment"),
            it -> environments.getOrDefault(it.place().environment(), it.place().environment())),
        TableColumn.<DecisionSummary>text(
                "release",
                tr("decision.release"),
                it -> it.place().releaseDigest().substring(0, DIGEST_SHOWN))
            .hidden(),
        TableColumn.<DecisionSummary>text(
                "channel", tr("decision.channel"), DecisionSummary::channel)
            .hidden(),
        TableColumn.<DecisionSummary>text(
                "askedBy", tr("decision.askedBy"), it -> it.askedBy().name())
            .hidden(),
        TableColumn.<DecisionSummary>text("id", tr("decision.id"), it -> it.id().toString())
            .hidden());
  }
}
