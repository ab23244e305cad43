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
import org.rulewright.dmn.EngineChoice;
import org.rulewright.parity.Subject.OfDecision;

/** A decision of a model, by each engine as a whole. */
record DecisionEngines(OfDecision subject, List<Diagnostic> obstacles, CamundaGaps gaps)
    implements Engines {

  DecisionEngines(OfDecision subject) {
    this(
        subject,
        subject.model().obstaclesToCamunda(subject.entry()),
        new CamundaGaps(subject.model(), subject.entry()));
  }

  @Override
  public DmnModel.Observed ours(Facts facts) {
    return subject.model().observe(subject.entry(), facts, subject.asOf());
  }

  @Override
  public Outcome kie(Facts facts) {
    return by(EngineChoice.KIE, facts);
  }

  @Override
  public Outcome camunda(Facts facts) {
    return by(EngineChoice.CAMUNDA, facts);
  }

  private Outcome by(EngineChoice engine, Facts facts) {
    return subject.model().evaluate(subject.entry(), facts, subject.asOf(), false, engine);
  }

  @Override
  public Optional<CamundaGap> gap(Facts facts, Outcome kie, Outcome camunda) {
    return gaps.explain(facts, kie, camunda);
  }

  @Override
  public Set<String> used() {
    return subject.model().facts(subject.entry());
  }

  @Override
  public Constants constants(Set<String> facts) {
    return Constants.of(subject.model(), subject.entry(), subject.lookups(), facts);
  }

  @Override
  public CellCount cells() {
    return subject.model().cells(subject.entry());
  }

  @Override
  public @Nullable FlowCount flow() {
    return null;
  }

  @Override
  public void close() {
    // a model holds nothing that has to be given back
  }
}
