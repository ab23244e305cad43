package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.ui.shell.Formats;

/** Which rules of a table matched, and what kept the nearest others from it. */
final class WhyTable extends Div {

  /** The rules nearest to matching. */
  private static final int MOST_RULES = 10;

  WhyTable(TableWhy why, FactNames names) {
    this(why, names, id -> "");
  }

  /**
   * Shows a table.
   *
   * @param sentences a rule as a sentence by its id; empty for none
   */
  WhyTable(TableWhy why, FactNames names, UnaryOperator<String> sentences) {
    addClassName("rw-why-rules");
    var matched = why.rules().stream().filter(TableWhy.Rule::matched).toList();
    add(
        new Span(
            matched.isEmpty()
                ? tr("decision.why.noMatch")
                : tr(
                    "decision.why.matched",
                    matched.stream()
                        .map(rule -> String.valueOf(rule.number()))
                        .collect(Collectors.joining(tr("decision.why.comma"))))));
    matched.stream()
        .map(rule -> sentences.apply(rule.id()))
        .filter(sentence -> !sentence.isEmpty())
        .forEach(sentence -> add(new Div(sentence)));
    var rules = new UnorderedList();
    why.nearest().stream()
        .limit(MOST_RULES)
        .forEach(rule -> rules.add(new ListItem(rule(rule, why, names, sentences))));
    add(rules);
    int more = why.nearest().size() - MOST_RULES;
    if (more > 0) {
      var rest = new Span(tr("decision.why.more", Formats.here().number(more)));
      rest.addClassNames("rw-muted", "rw-small");
      add(rest);
    }
  }

  private static Div rule(
      TableWhy.Rule rule, TableWhy why, FactNames names, UnaryOperator<String> sentences) {
    var number = new Span(tr("decision.why.rule", rule.number()));
    number.addClassName("rw-why-rule");
    var sentence = sentences.apply(rule.id());
    var line = new Div(number);
    if (!sentence.isEmpty()) {
      line.add(new Span(" " + sentence));
    }
    rule.failed().forEach(cell -> line.add(new Div(WhyWords.of(cell, why, names))));
    return line;
  }
}
