package org.rulewright.dmn;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** One decision as Camunda has read it. */
final class CamundaDecision {

  private final org.camunda.bpm.dmn.engine.DmnDecision decision;
  private final @Nullable Shape shape;

  private CamundaDecision(org.camunda.bpm.dmn.engine.DmnDecision decision, @Nullable Shape shape) {
    this.decision = decision;
    this.shape = shape;
  }

  /** A value, and the ids of the rules that gave it. */
  record Result(@Nullable Object value, List<String> hits) {}

  /**
   * How the result of a table is put together.
   *
   * @param many whether the result is a list of what the rules gave
   * @param aggregated whether it is a number made of them
   */
  private record Shape(List<String> outputs, boolean many, boolean aggregated, Set<String> inputs) {

    /** The input expressions where outputs are aggregated, else null. */
    @Nullable Set<String> tested() {
      return aggregated ? inputs : null;
    }

    static Shape of(Element table) {
      var policy = Xml.attribute(table, "hitPolicy");
      boolean aggregated = policy.equals("COLLECT") && table.hasAttribute("aggregation");
      boolean many = policy.equals("COLLECT") || policy.equals("RULE ORDER");
      return new Shape(
          Xml.children(table, "output").stream().map(it -> Xml.attribute(it, "name")).toList(),
          many && !aggregated,
          aggregated,
          Xml.children(table, "input").stream()
              .flatMap(input -> Xml.child(input, "inputExpression").stream())
              .map(Xml::text)
              .collect(Collectors.toSet()));
    }

    Result result(DmnDecisionTableEvaluationEvent event) {
      var rules = event.getMatchingRules();
      var hits = rules.stream().map(DmnEvaluatedDecisionRule::getId).toList();
      if (aggregated) {
        var value = event.getCollectResultValue();
        return new Result(
            value != null && value.getValue() instanceof Number number
                ? Decimals.of(number).orElse(null)
                : null,
            hits);
      }
      if (many) {
        var all = new ArrayList<@Nullable Object>();
        rules.forEach(rule -> all.add(value(rule)));
        return new Result(all, hits);
      }
      return new Result(rules.isEmpty() ? null : value(rules.getFirst()), hits);
    }

    private @Nullable Object value(DmnEvaluatedDecisionRule rule) {
      if (outputs.size() == 1) {
        return cell(rule, 0);
      }
      var context = new LinkedHashMap<String, @Nullable Object>();
      for (int i = 0; i < outputs.size(); i++) {
        context.put(outputs.get(i), cell(rule, i));
      }
      return context;
    }

    private static @Nullable Object cell(DmnEvaluatedDecisionRule rule, int column) {
      var entry = rule.getOutputEntries().get(CamundaXml.output(column));
      return entry == null ? null : entry.getValue().getValue();
    }
  }

  static CamundaDecision compile(DmnDocument document, DmnDecision decision) {
    var logic = document.element(decision.id()).flatMap(DmnContents::logic).orElseThrow();
    var shape = Xml.is(logic, "decisionTable") ? Shape.of(logic) : null;
    try {
      var xml = new ByteArrayInputStream(CamundaXml.write(logic));
      return new CamundaDecision(
          CamundaEngine.get().parseDecision(CamundaXml.DECISION, xml), shape);
    } catch (DmnEngineException | ModelException e) {
      throw new CamundaRefusal(deepest(e), e);
    }
  }

  Result evaluate(Map<String, @Nullable Object> variables) {
    var context = Variables.createVariables();
    variables.forEach((name, value) -> context.put(name, Variables.untypedValue(value)));
    var notes = new CamundaEngine.Notes(shape == null ? null : shape.tested());
    try {
      return ScopedValue.where(CamundaEngine.NOTES, notes)
          .call(() -> {
            var result =
                CamundaEngine.get().evaluateDecision(decision, context.asVariableContext());
            return shape == null
                ? new Result(result.getSingleEntry(), List.of())
                : shape.result(notes.event());
          });
    } catch (DmnEngineException | FeelException e) {
      throw new CamundaRefusal(deepest(e), e);
    }
  }

  /** The message of the innermost cause: the outer ones only say where it was caught. */
  private static String deepest(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
