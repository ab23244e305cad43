package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowReference;
import org.rulewright.ruleflow.FlowWhy;
import org.rulewright.ruleflow.StepTaken;

/** Explains a flow together with the decisions of the model it calls. */
public final class FlowExplainer {

  private final DmnModel model;
  private final Function<FlowReference, ? extends Collection<String>> inputs;
  private final OffsetDateTime asOf;

  private FlowExplainer(
      DmnModel model,
      Function<FlowReference, ? extends Collection<String>> inputs,
      OffsetDateTime asOf) {
    this.model = model;
    this.inputs = inputs;
    this.asOf = asOf;
  }

  /**
   * Decides again and says why: which way at each gateway and why not the others, and for each
   * decision of the model what {@link DmnModel#explain} says of it.
   *
   * @param model where the flow finds its decisions
   * @param inputs the names a look-up table or a scoring model reads
   */
  public static Explanation explain(
      Flow flow,
      DmnModel model,
      Function<FlowReference, ? extends Collection<String>> inputs,
      Facts facts,
      OffsetDateTime asOf) {
    var why = flow.explain(facts, asOf);
    return new Explanation(why.outcome(), new FlowExplainer(model, inputs, asOf).steps(why));
  }

  private List<StepWhy> steps(FlowWhy why) {
    return why.steps().stream().map(this::step).toList();
  }

  private StepWhy step(StepTaken taken) {
    return switch (taken) {
      case StepTaken.Passed passed -> new StepWhy.OfEvent(passed.trace(), passed.step());
      case StepTaken.Chose chose ->
          new StepWhy.OfGateway(chose.trace(), chose.step(), chose.ways());
      case StepTaken.Called called ->
          new StepWhy.OfTask(
              called.trace(), called.callee(), given(called), called.problems(), inside(called));
    };
  }

  private Map<String, @Nullable Object> given(StepTaken.Called called) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    for (var name : inputs.apply(called.callee())) {
      given.put(name, called.given().get(name));
    }
    return given;
  }

  private List<StepWhy> inside(StepTaken.Called called) {
    if (called.flow() != null) {
      return steps(called.flow());
    }
    var callee = called.callee();
    if (callee.kind() == DecisionKind.OTHER && called.answer() != null) {
      return model.explainStep(callee.key(), called.given(), asOf).steps();
    }
    return called.answer() == null ? List.of() : plain(called.answer());
  }

  private static List<StepWhy> plain(Outcome answer) {
    return answer.trace().steps().stream().<StepWhy>map(StepWhy.Plain::new).toList();
  }
}
