package org.rulewright.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Severity;
import org.rulewright.dmn.Feel;
import org.rulewright.ruleflow.Callees;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowCheck;
import org.rulewright.ruleflow.FlowCompilation;
import org.rulewright.ruleflow.FlowDefinition;
import org.rulewright.ruleflow.FlowReference;
import org.rulewright.ruleflow.Formulas;

/** The flow a BPMN file holds. */
public final class BpmnFlow {

  private BpmnFlow() {}

  /**
   * Returns why the file can never run: code in it, or elements a rule flow has no meaning for,
   * each named. Such a file may be read, shown, kept and exported; empty for any other.
   */
  public static List<Diagnostic> refusals(BpmnDocument document) {
    return FlowRefusals.of(document).stream().filter(BpmnFlow::isError).toList();
  }

  /**
   * Returns everything wrong with a flow, in its drawing and in its texts; with an error among it
   * the flow cannot run.
   *
   * @param schema the facts the flow is given; {@code rw:fact} in the process declares more
   * @param callees what is known of decisions, models, look-ups and other flows
   */
  public static List<Diagnostic> check(BpmnDocument document, FactSchema schema, Callees callees) {
    List<Diagnostic> found = new ArrayList<>(FlowRefusals.of(document));
    // of a file that is refused, what is left of the drawing would be misread, and its texts may
    // be of any language, which no parser of FEEL is to be given
    if (found.stream().noneMatch(BpmnFlow::isError)) {
      var definition = definition(document);
      var facts = FactDeclarations.with(document, schema);
      found.addAll(FlowCheck.check(definition));
      found.addAll(FlowCheck.missing(definition, callees));
      found.addAll(new TextCheck(definition, facts, callees).check());
    }
    return found.stream().distinct().toList();
  }

  /** Compiles the flow, unless something keeps it from running. */
  public static FlowCompilation compile(
      BpmnDocument document, FactSchema schema, DecisionSource source) {
    return compile(
        document,
        schema,
        source,
        (text, names) -> Formula.compile(text, names.keySet(), Feel.reference(names)));
  }

  /** The same with conditions and mappings made by somebody else. */
  public static FlowCompilation compile(
      BpmnDocument document, FactSchema schema, DecisionSource source, Formulas formulas) {
    var definition = definition(document);
    var facts = FactDeclarations.with(document, schema);
    List<Diagnostic> wrong = new ArrayList<>(refusals(document));
    if (wrong.isEmpty()) {
      new TextCheck(definition, facts, reference -> Optional.empty())
          .check().stream().filter(BpmnFlow::isError).forEach(wrong::add);
    }
    return wrong.isEmpty()
        ? Flow.compile(definition, facts, source, formulas)
        : new FlowCompilation.Refused(wrong);
  }

  /** Returns the facts the flow may be given: those of the schema, and those it declares itself. */
  public static FactSchema facts(BpmnDocument document, FactSchema schema) {
    return FactDeclarations.with(document, schema);
  }

  /** Returns the decisions, models, look-ups and flows the flow calls. */
  public static List<FlowReference> references(BpmnDocument document) {
    return definition(document).references();
  }

  /** Returns the names of what the flow can answer with. */
  public static Set<String> outputs(BpmnDocument document) {
    return definition(document).outputs();
  }

  /** Returns the flow as drawn; what a flow has no meaning for is left out of it. */
  public static FlowDefinition definition(BpmnDocument document) {
    return FlowReader.read(document);
  }

  private static boolean isError(Diagnostic problem) {
    return problem.severity() == Severity.ERROR;
  }
}
