package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.rulewright.ruleflow.Way;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** Every way out of a gateway: which was taken, and why the others were not. */
final class WhyGateway extends Div {

  WhyGateway(List<Way> ways, FactNames names) {
    var list = new UnorderedList();
    list.addClassName("rw-why-ways");
    ways.forEach(way -> list.add(item(way, names)));
    add(list);
  }

  private static ListItem item(Way way, FactNames names) {
    var flow = way.flow();
    var target = way.target().label();
    var name =
        new Span(
            flow.name().isBlank()
                ? tr("decision.why.to", target)
                : tr("decision.why.way", flow.name(), target));
    name.addClassName("rw-why-rule");
    var badge =
        way.taken()
            ? new StatusBadge(tr("decision.why.taken"), Tone.GOOD)
            : new StatusBadge(tr("decision.why.notTaken"), Tone.NEUTRAL);
    var line = new Div(name, badge);
    line.addClassName("rw-why-title");
    var item = new ListItem(line, new Div(why(way)));
    if (flow.condition() != null && !way.otherwise()) {
      item.add(new Code(flow.condition()));
      if (!way.values().isEmpty()) {
        item.add(new Div(tr("decision.why.read", WhyWords.values(way.values(), names))));
      }
    }
    return item;
  }

  private static String why(Way way) {
    if (way.otherwise()) {
      return tr(way.taken() ? "decision.why.otherwise" : "decision.why.otherwiseNot");
    }
    return switch (way.answer()) {
      case HOLDS -> tr(way.taken() ? "decision.why.holds" : "decision.why.holdsToo");
      case FAILS -> tr("decision.why.fails");
      case UNDECIDED -> tr("decision.why.undecided");
      case UNCONDITIONAL -> tr("decision.why.always");
    };
  }
}
