package org.rulewright.parity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.CellCount;
import org.rulewright.dmn.DmnModel;

/** One subject, decided by each of the engines. */
interface Engines extends AutoCloseable {

  static Engines of(Subject subject) {
    return switch (subject) {
      case Subject.OfDecision decision -> new DecisionEngines(decision);
      case Subject.OfFlow flow -> new FlowEngines(flow);
    };
  }

  /** By our own engine, compiled. */
  DmnModel.Observed ours(Facts facts);

  /** By Apache KIE. */
  Outcome kie(Facts facts);

  /** By Camunda, unless something is in its way. */
  Outcome camunda(Facts facts);

  /** What Camunda does not support; empty where it can be asked. */
  List<Diagnostic> obstacles();

  /** The known gap of Camunda that explains why it differs from Apache KIE. */
  Optional<CamundaGap> gap(Facts facts, Outcome kie, Outcome camunda);

  /** The names of the facts that can matter. */
  Set<String> used();

  /** The constants these facts are compared with. */
  Constants constants(Set<String> facts);

  CellCount cells();

  /** How the flow was compared, null for a decision. */
  @Nullable FlowCount flow();

  @Override
  void close();
}
