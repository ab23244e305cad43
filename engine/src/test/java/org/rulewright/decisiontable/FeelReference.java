package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.ReferenceExpression;
import org.rulewright.decision.ReferenceTest;

/** The reference engine's FEEL without a model around it: all these tests need of it. */
final class FeelReference implements ReferenceEvaluator {

  private final FEELImpl feel =
      (FEELImpl) FEELBuilder.builder().withFEELDialect(FEELDialect.FEEL).build();
  private final Map<String, Type> types;

  FeelReference(Set<String> variables) {
    types = variables.stream().collect(Collectors.toMap(it -> it, it -> BuiltInType.UNKNOWN));
  }

  @Override
  public ReferenceTest unaryTests(String text, FactType inputType) {
    List<UnaryTest> tests = feel.evaluateUnaryTests(text, types);
    return (@Nullable Object input, Map<String, @Nullable Object> variables, OffsetDateTime asOf) ->
        answer(
            variables,
            context -> {
              context.setValue("?", input);
              Object value = context.getValue("?");
              return tests.stream().anyMatch(it -> Boolean.TRUE.equals(it.apply(context, value)));
            });
  }

  @Override
  public ReferenceExpression expression(String text) {
    CompilerContext compiler = feel.newCompilerContext();
    types.forEach(compiler::addInputVariableType);
    CompiledExpression compiled = feel.compile(text, compiler);
    return (Map<String, @Nullable Object> variables, OffsetDateTime asOf) ->
        answer(variables, context -> feel.evaluate(compiled, context));
  }

  private ReferenceAnswer answer(
      Map<String, @Nullable Object> variables,
      java.util.function.Function<EvaluationContext, @Nullable Object> body) {
    List<Diagnostic> problems = new ArrayList<>();
    EvaluationContext context =
        feel.newEvaluationContext(List.of(event -> problem(event, problems)), Map.of(), false);
    variables.forEach(context::setValue);
    try {
      return new ReferenceAnswer(body.apply(context), problems);
    } catch (RuntimeException thrown) {
      problems.add(Diagnostic.error("fact.unknown", Place.NOWHERE, String.valueOf(thrown)));
      return new ReferenceAnswer(null, problems);
    }
  }

  private static void problem(FEELEvent event, List<Diagnostic> problems) {
    if (event.getSeverity() == FEELEvent.Severity.ERROR) {
      problems.add(Diagnostic.error("fact.unknown", Place.NOWHERE, event.getMessage()));
    }
  }
}
