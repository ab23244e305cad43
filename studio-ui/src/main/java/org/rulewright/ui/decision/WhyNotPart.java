package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Supplier;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.dmn.Explanation;
import org.rulewright.dmn.StepWhy;
import org.rulewright.ui.shell.Formats;

/** Why the other rules of each table did not match, worked out when it is opened. */
final class WhyNotPart extends Div {

  /** Of each table, the rules nearest to matching. */
  private static final int MOST_RULES = 10;

  WhyNotPart(Supplier<Explanation> explanation) {
    var content = new Div();
    content.addClassName("rw-why");
    var details = new Details(tr("decision.why"), content);
    details.addOpenedChangeListener(opened -> {
      if (opened.isOpened() && content.getComponentCount() == 0) {
        fill(content, explanation.get());
      }
    });
    add(details);
  }

  private static void fill(Div content, Explanation explanation) {
    for (StepWhy step : explanation.steps()) {
      if (step instanceof StepWhy.OfTable(var taken, var why) && !why.nearest().isEmpty()) {
        content.add(table(taken.decisionName(), why));
      }
    }
    if (content.getComponentCount() == 0) {
      content.add(new Paragraph(tr("decision.why.none")));
    }
  }

  private static Div table(String name, TableWhy why) {
    var title = new Span(name);
    title.addClassName("rw-why-table");
    var rules = new UnorderedList();
    why.nearest().stream()
        .limit(MOST_RULES)
        .forEach(rule -> rules.add(new ListItem(rule(rule, why))));
    var panel = new Div(title, rules);
    panel.addClassName("rw-panel");
    int more = why.nearest().size() - MOST_RULES;
    if (more > 0) {
      var rest = new Span(tr("decision.why.more", Formats.here().number(more)));
      rest.addClassNames("rw-muted", "rw-small");
      panel.add(rest);
    }
    return panel;
  }

  private static Div rule(TableWhy.Rule rule, TableWhy why) {
    var number = new Span(tr("decision.why.rule", rule.number()));
    number.addClassName("rw-why-rule");
    var line = new Div(number);
    rule.failed().forEach(cell -> line.add(new Div(WhyNotWords.of(cell, why))));
    return line;
  }
}
