package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import java.math.BigDecimal;
import java.util.List;
import org.rulewright.decisionlog.DecisionSummary;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.TableColumn;

/** The columns of a list of decisions. */
final class DecisionColumns {
  private static final int DIGEST_SHOWN = 12;

  private DecisionColumns() {}

  static List<TableColumn<DecisionSummary>> of(Formats formats) {
    return List.of(
        TableColumn.value(
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
            .asNumber(),
        TableColumn.<DecisionSummary, BigDecimal>value(
                "rate",
                tr("decision.rate"),
                it -> it.headline().rate(),
                it -> formats.percent(it.headline().rate(), 2))
            .asNumber(),
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
        TableColumn.text("strategy", tr("decision.strategy"), it -> it.place().strategy()),
        TableColumn.text(
            "environment",
            tr("decision.environment"),
            it -> tr("decision.environment." + it.place().environment())),
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
