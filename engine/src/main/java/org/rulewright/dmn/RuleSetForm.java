package org.rulewright.dmn;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.ruleset.Rule;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.ruleset.RuleSetMode;
import org.w3c.dom.Element;

/**
 * A rule set in its standard form: a decision table whose rules are the set's, and beside it, in
 * extension elements, what a table cannot say: the order of conditions, messages, and the rules
 * that are switched off.
 *
 * <p>Any engine runs the table, and the table is what counts: where somebody changed it, the set is
 * read from it as far as it says what a rule set can say, and a diagnostic tells.
 */
public final class RuleSetForm {

  static final String EXTENSION = "ruleSet";

  private RuleSetForm() {}

  /** A model of its own that holds a rule set and the inputs it tests. */
  public static DmnDocument model(RuleSetDefinition set) {
    var editor = ModelEditor.create(set.id() + "_model", set.name());
    put(editor, set);
    return editor.done();
  }

  /**
   * The same with a decision service around the set, so that other models can import it and call it
   * with facts of their own, as in {@code checks.Checks_service(sales: annual sales)}.
   *
   * <p>The service gives a list of hits whatever the mode, an empty one where no rule holds: a
   * caller need not change with the mode, and Apache KIE 10.2 fails a service that gives null.
   *
   * @see #serviceName
   */
  public static DmnDocument library(RuleSetDefinition set) {
    var editor = ModelEditor.create(set.id() + "_model", set.name());
    var decision = put(editor, set);
    var hits = editor.decision(set.id() + "_hits", called(set) + "_hits", "", EXTENSION);
    var logic = editor.element("literalExpression");
    logic.setAttribute("id", set.id() + "_hits_text");
    var all = set.mode() == RuleSetMode.ALL_HITS ? set.name() : "[" + set.name() + "]";
    editor.addText(logic, "if " + set.name() + " = null then [] else " + all);
    editor.logic(hits, logic);
    editor.requirements().require(hits, decision);
    editor.service(hits, decision, serviceName(set));
    return editor.done();
  }

  private static String called(RuleSetDefinition set) {
    return set.name().replaceAll("[^\\p{L}\\p{N}_]+", "_");
  }

  /** The name of the service of a library, which FEEL can call without doubt where it ends. */
  public static String serviceName(RuleSetDefinition set) {
    return called(set) + "_service";
  }

  /** The model with a rule set in it, in the place of the decision with the set's id. */
  public static DmnDocument put(DmnDocument model, RuleSetDefinition set) {
    var editor = ModelEditor.of(model);
    put(editor, set);
    return editor.done();
  }

  /** The model in which a rule set is no more than its table. */
  public static DmnDocument asTable(DmnDocument model, RuleSetDefinition set) {
    var editor = ModelEditor.of(model);
    put(editor, set);
    // finding the decision again takes its extension and its logic away
    var decision = editor.decision(set.id(), set.name(), "", EXTENSION);
    editor.logic(decision, TableXml.write(editor, RuleSetTables.of(set)));
    return editor.done();
  }

  static Element put(ModelEditor editor, RuleSetDefinition set) {
    var decision = editor.decision(set.id(), set.name(), "", EXTENSION);
    write(editor.extension(decision, EXTENSION), set);
    editor.logic(decision, TableXml.write(editor, RuleSetTables.of(set)));
    set.inputs()
        .forEach(it -> editor.requirements().requireNamed(decision, it.expression(), it.type()));
    set.rules().stream()
        .flatMap(rule -> rule.when().stream())
        .map(it -> "(" + it.test() + ")")
        .distinct()
        .forEach(text -> editor.requirements().requireNamed(decision, text, FactType.ANY));
    return decision;
  }

  private static void write(Element owner, RuleSetDefinition set) {
    owner.setAttribute("mode", set.mode().name());
    set.severities().forEach(it -> Extensions.add(owner, "severity", it));
    for (var input : set.inputs()) {
      // of these the standard has no name
      if (TableXml.typeRef(input.type()).isEmpty() && input.type() != FactType.ANY) {
        var element = Extensions.add(owner, "input");
        element.setAttribute("expression", input.expression());
        element.setAttribute("type", input.type().name());
      }
    }
    set.rules().forEach(rule -> write(Extensions.add(owner, "rule"), rule));
  }

  private static void write(Element element, Rule rule) {
    element.setAttribute("of", rule.id());
    for (var condition : rule.when()) {
      var when = Extensions.add(element, "when");
      when.setAttribute("input", condition.input());
      if (!rule.enabled()) {
        when.setTextContent(condition.test());
      }
    }
    if (!rule.message().isEmpty()) {
      Extensions.add(element, "message", rule.message());
    }
    if (!rule.enabled()) {
      element.setAttribute("enabled", "false");
      Extensions.set(element, "severity", rule.severity());
      Extensions.set(element, "reasonCode", rule.reasonCode());
      Extensions.set(element, "from", text(rule.from()));
      Extensions.set(element, "to", text(rule.to()));
    }
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
