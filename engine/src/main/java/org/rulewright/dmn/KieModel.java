package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.core.compiler.RuntimeModeOption;
import org.kie.dmn.core.impl.DMNContextImpl;
import org.kie.dmn.core.impl.DMNRuntimeImpl;
import org.kie.dmn.core.util.CoerceUtil;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.HitPolicy;

/** Models in the hands of the reference engine, Apache KIE in strict mode. */
@NullUnmarked
final class KieModel {

  private final DmnDocument document;
  private final ImportedFacts imports;
  private final DMNModel model;
  private final List<DMNModel> models;
  private final DMNRuntimeImpl runtime;
  private final Map<String, KieModel> others = new ConcurrentHashMap<>();

  private KieModel(List<DmnDocument> documents, DMNModel model, List<DMNModel> models) {
    this.document = documents.getFirst();
    this.imports = new ImportedFacts(documents);
    this.model = model;
    this.models = models;
    this.runtime = new DMNRuntimeImpl(new KieModels(models));
    runtime.setOption(new RuntimeModeOption(RuntimeModeOption.MODE.STRICT));
    runtime.addListener(new KieTracer());
  }

  /** The same engine with a model that is imported as the main one. */
  KieModel of(Scope scope) {
    return scope.isMain()
        ? this
        : others.computeIfAbsent(scope.document().namespace(), _ -> other(scope.document()));
  }

  private KieModel other(DmnDocument imported) {
    return new KieModel(List.of(imported), found(imported, models), models);
  }

  private static DMNModel found(DmnDocument document, List<DMNModel> models) {
    return models.stream()
        .filter(it -> it.getNamespace().equals(document.namespace()))
        .filter(it -> it.getName().equals(document.name()))
        .findFirst()
        .orElseThrow(() -> new KieRefusal("the model has no name or namespace", null));
  }

  /** Compiles models, the main one first; throws {@link KieRefusal} where that cannot be done. */
  static KieModel compile(List<DmnDocument> documents) {
    try {
      var models = KieCompiler.compile(documents);
      return new KieModel(documents, found(documents.getFirst(), models), models);
    } catch (KieRefusal e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // the reader of that engine answers unexpected XML with exceptions of many kinds, and its
      // parser is recursive: a model deep enough ends here, with nothing left half done
      throw new KieRefusal(String.valueOf(e.getMessage()), e);
    }
  }

  /** What the engine found wrong while it compiled. */
  List<Diagnostic> problems() {
    return model.getMessages(DMNMessage.Severity.ERROR).stream().map(KieModel::diagnostic).toList();
  }

  boolean hasDecision(String name) {
    return model.getDecisionByName(name) != null;
  }

  /** Whether the engine takes a value for an input data. */
  boolean accepts(String input, Object value) {
    var node = model.getInputByName(input);
    return node == null || node.getType().isAssignableValue(FeelValues.toKie(value));
  }

  /** Whether the engine takes a value as the result of a decision, as it is. */
  boolean acceptsResult(String decision, Object value) {
    var type = model.getDecisionByName(decision).getResultType();
    var converted = FeelValues.toKie(value);
    return CoerceUtil.coerceValue(type, converted) == converted
        && type.isAssignableValue(converted);
  }

  Outcome evaluate(String decision, Facts facts, boolean traced) {
    var notes = new KieTracer.Notes();
    var result =
        ScopedValue.where(KieTracer.NOTES, notes)
            .call(() -> runtime.evaluateByName(model, context(facts), decision));
    var trace = traced ? trace(notes, result) : Trace.EMPTY;

    var answer = result.getDecisionResultByName(decision);
    return answer != null && succeeded(answer)
        ? new Outcome.Decided(FeelValues.fromKie(answer.getResult()), trace)
        : new Outcome.Failed(problems(result), trace);
  }

  /**
   * Evaluates a decision from facts that hold the results of what it requires.
   *
   * @return a failure for a value that is only good inside of this engine, such as a function
   */
  Outcome evaluateAlone(String decision, Facts facts, boolean traced) {
    var notes = new KieTracer.Notes();
    var result =
        ScopedValue.where(KieTracer.NOTES, notes)
            .call(() -> runtime.evaluateByName(model, context(facts), decision));
    var trace = traced ? trace(notes, result) : Trace.EMPTY;
    var answer = result.getDecisionResultByName(decision);
    return answer != null && succeeded(answer) && FeelValues.canLeave(answer.getResult())
        ? new Outcome.Decided(FeelValues.fromKie(answer.getResult()), trace)
        : new Outcome.Failed(problems(result), trace);
  }

  Outcome evaluateService(String service, List<String> outputs, Facts facts, boolean traced) {
    var notes = new KieTracer.Notes();
    var result =
        ScopedValue.where(KieTracer.NOTES, notes)
            .call(() -> runtime.evaluateDecisionService(model, context(facts), service));
    var trace = traced ? trace(notes, result) : Trace.EMPTY;
    var values = new LinkedHashMap<String, @Nullable Object>();
    for (var output : outputs) {
      var answer = result.getDecisionResultByName(output);
      if (answer == null || !succeeded(answer)) {
        return new Outcome.Failed(problems(result), trace);
      }
      values.put(output, FeelValues.fromKie(answer.getResult()));
    }
    // the result of a service with one output is that output
    return new Outcome.Decided(
        values.size() == 1 ? values.values().iterator().next() : values, trace);
  }

  private static boolean succeeded(DMNDecisionResult answer) {
    return answer.getEvaluationStatus() == DMNDecisionResult.DecisionEvaluationStatus.SUCCEEDED;
  }

  /** The facts; an input that is missing is null to an expression. */
  private DMNContextImpl context(Facts facts) {
    var context = new DMNContextImpl();
    facts.asMap().forEach((name, value) -> context.set(name, FeelValues.toKie(value)));
    for (var input : document.inputs()) {
      if (!facts.has(input.name())) {
        context.set(input.name(), null);
      }
    }
    imports.of(facts).forEach(context::set);
    return context;
  }

  private Trace trace(KieTracer.Notes notes, DMNResult result) {
    var steps = new ArrayList<TraceStep>();
    for (var made : notes.decisions()) {
      if (!made.namespace().isEmpty()) {
        imports.step(made, notes).ifPresent(steps::add);
        continue;
      }
      var name = made.name();
      var answer = result.getDecisionResultByName(name);
      var decision = document.decision(name);
      steps.add(
          new TraceStep(
              decision.map(DmnDecision::id).orElse(name),
              name,
              decision.map(DmnDecision::kind).orElse(DecisionKind.OTHER),
              hits(notes.hits(made), document, decision),
              answer == null ? null : FeelValues.fromKie(answer.getResult()),
              true));
    }
    return new Trace(steps);
  }

  /** With ANY every rule that matches stands for the result; that engine selects the first. */
  static List<String> hits(
      KieTracer.Hits hits, DmnDocument document, Optional<DmnDecision> decision) {
    return decision
        .flatMap(it -> document.contents().table(it.id()))
        .filter(it -> it.hitPolicy() == HitPolicy.ANY)
        .map(it -> hits.matched())
        .orElse(hits.selected());
  }

  private List<Diagnostic> problems(DMNResult result) {
    var found =
        result.getMessages(DMNMessage.Severity.ERROR).stream()
            .map(KieModel::diagnostic)
            .distinct()
            .toList();
    return found.isEmpty() ? List.of(Diagnostic.error("dmn.no-result", Place.NOWHERE)) : found;
  }

  private static Diagnostic diagnostic(DMNMessage message) {
    var place = message.getSourceId() == null ? Place.NOWHERE : Place.of(message.getSourceId());
    return new Diagnostic(
        "dmn.engine",
        Severity.ERROR,
        place,
        List.of(Diagnostic.shortened(Optional.ofNullable(message.getText()).orElse("?"))));
  }
}
