package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.DecisionSummary;
import org.rulewright.ui.shell.Formats;

/** What was answered, where and when. */
final class OutcomePart extends Div {

  OutcomePart(DecisionSummary summary, String strategy) {
    var formats = Formats.here();
    var answer = summary.headline();
    var place = summary.place();
    add(
        new FactGrid()
            .with(tr("decision.verdict"), DecisionWords.verdict(answer.verdict()))
            .with(tr("decision.amount"), formats.exactAmount(answer.amount()))
            .with(tr("decision.rate"), formats.percent(answer.rate(), 2))
            .with(tr("decision.termMonths"), formats.number(answer.termMonths()))
            .with(tr("decision.score"), formats.number(answer.score()))
            .with(tr("decision.grade"), text(answer.grade()))
            .with(tr("decision.strategy"), strategy)
            .with(tr("decision.environment"), tr("decision.environment." + place.environment()))
            .with(tr("decision.asOf"), formats.exactTime(summary.asOf().toInstant()))
            .with(tr("decision.recordedAt"), formats.exactTime(summary.recordedAt().toInstant()))
            .with(tr("decision.latency"), formats.duration(summary.latency()))
            .with(tr("decision.askedBy"), summary.askedBy().name())
            .with(tr("decision.channel"), summary.channel())
            .with(tr("decision.reference"), text(summary.reference())));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
