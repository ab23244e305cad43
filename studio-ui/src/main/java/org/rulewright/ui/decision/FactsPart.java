package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.FactState;
import org.rulewright.decisionlog.RecordedFact;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.Tone;

/** The facts as the decision saw them: given, null and missing told apart. */
final class FactsPart extends Div {

  FactsPart(DecisionPayload payload, FactNames names) {
    var table = new DataTable<>(tr("decision.facts"), columns(names));
    table.grid().setAllRowsVisible(true);
    table.setRows(payload.facts());
    add(table);
  }

  private static List<TableColumn<RecordedFact>> columns(FactNames names) {
    return List.of(
        TableColumn.<RecordedFact>text(
            "label", tr("decision.fact.label"), fact -> names.called(fact.name())),
        TableColumn.<RecordedFact>text("name", tr("decision.fact.name"), RecordedFact::name)
            .hidden(),
        TableColumn.text("type", tr("decision.fact.type"), fact -> type(fact.type())),
        TableColumn.<RecordedFact>text(
                "state",
                tr("decision.fact.state"),
                fact -> trOf("decision.fact.state", fact.state()))
            .looksLike(FactsPart::badge),
        TableColumn.<RecordedFact>text(
            "value", tr("decision.fact.value"), fact -> value(fact.value())),
        TableColumn.<RecordedFact>text(
            "source", tr("decision.fact.source"), fact -> source(fact.source())));
  }

  /** Whoever asked gave it, or it was read from a data set, whose name stands for itself. */
  private static String source(String source) {
    return source.equals("request") ? tr("decision.fact.source.request") : source;
  }

  private static String type(String type) {
    return tr("decision.fact.type." + type);
  }

  static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case List<?> list -> list.stream().map(FactsPart::value).collect(Collectors.joining(", "));
      case Map<?, ?> context ->
          context.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
              .collect(Collectors.joining("\n"));
      default -> value.toString();
    };
  }

  private static StatusBadge badge(RecordedFact fact) {
    return new StatusBadge(
        trOf("decision.fact.state", fact.state()),
        fact.state() == FactState.GIVEN ? Tone.GOOD : Tone.WARNING);
  }
}
