package org.rulewright.decisiontable;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.api.DMNFactory;
import org.kie.dmn.core.compiler.RuntimeModeOption;
import org.kie.dmn.core.impl.DMNRuntimeImpl;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The same table in Apache KIE, strict, driven from DMN as any other user would. */
public final class KieTable {

  private final DMNRuntime runtime;
  private final DMNModel model;
  private final String decision;

  private KieTable(DMNRuntime runtime, String decision) {
    this.runtime = runtime;
    this.model = runtime.getModels().getFirst();
    this.decision = decision;
  }

  public static KieTable of(TableDefinition table, Set<String> inputs) {
    return of(DmnText.of(table, inputs), table.name());
  }

  public static KieTable of(String dmn, String decision) {
    Resource resource = ResourceFactory.newReaderResource(new StringReader(dmn), "UTF-8");
    resource.setSourcePath("table.dmn");
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(resource))
            .getOrElseThrow(problem -> new IllegalStateException(dmn, problem));
    ((DMNRuntimeImpl) runtime).setOption(new RuntimeModeOption(RuntimeModeOption.MODE.STRICT));
    return new KieTable(runtime, decision);
  }

  /** What KIE says: a value, or that it failed. */
  record Answer(boolean failed, @Nullable Object value, List<String> messages) {}

  /** The bare call, for measuring. */
  public @Nullable Object value(Map<String, ? extends @Nullable Object> facts) {
    return result(facts).getDecisionResultByName(decision).getResult();
  }

  Answer evaluate(Map<String, ? extends @Nullable Object> facts) {
    DMNResult result = result(facts);
    DMNDecisionResult decided = result.getDecisionResultByName(decision);
    List<String> messages = new ArrayList<>();
    result.getMessages().forEach(message -> messages.add(message.getText()));
    boolean failed =
        decided.getEvaluationStatus() != DMNDecisionResult.DecisionEvaluationStatus.SUCCEEDED;
    return new Answer(failed, decided.getResult(), messages);
  }

  private DMNResult result(Map<String, ? extends @Nullable Object> facts) {
    DMNContext context = DMNFactory.newContext();
    facts.forEach(context::set);
    return runtime.evaluateByName(model, context, decision);
  }
}
