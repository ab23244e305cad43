package org.rulewright.parity;

import java.time.OffsetDateTime;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.LookupSource;
import org.rulewright.dmn.DmnModel;

/** What is examined: a decision of a model, or a flow with the decisions it asks. */
public sealed interface Subject {

  /** What is asked for: the name of a decision, or the id of a process. */
  String entry();

  /** The facts it may be given. */
  FactSchema inputs();

  /** The facts that are varied: those, and what a flow declares for itself. */
  default FactSchema facts() {
    return this instanceof OfFlow flow ? BpmnFlow.facts(flow.flow(), inputs()) : inputs();
  }

  /** What the clock shows in every evaluation. */
  OffsetDateTime asOf();

  /** The tables that expressions may read. */
  LookupSource lookups();

  /** A decision of a model. */
  record OfDecision(
      DmnModel model, String entry, FactSchema inputs, LookupSource lookups, OffsetDateTime asOf)
      implements Subject {

    public OfDecision(DmnModel model, String entry, FactSchema inputs, OffsetDateTime asOf) {
      this(model, entry, inputs, LookupSource.NONE, asOf);
    }
  }

  /**
   * A flow.
   *
   * @param model what holds the decisions it asks
   * @param others finds the models, look-up tables and flows it calls; all sides call the same
   */
  record OfFlow(
      BpmnDocument flow,
      DmnModel model,
      DecisionSource others,
      FactSchema inputs,
      LookupSource lookups,
      OffsetDateTime asOf)
      implements Subject {

    @Override
    public String entry() {
      return flow.key().orElse("");
    }
  }
}
