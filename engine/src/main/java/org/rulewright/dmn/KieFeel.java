package org.rulewright.dmn;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.api.feel.runtime.events.FEELEventListener;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.codegen.feel11.ProcessedExpression;
import org.kie.dmn.feel.codegen.feel11.ProcessedFEELUnit.DefaultMode;
import org.kie.dmn.feel.codegen.feel11.ProcessedUnaryTest;
import org.kie.dmn.feel.lang.CompiledExpression;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.EvaluationContext;
import org.kie.dmn.feel.lang.FEELProfile;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.runtime.UnaryTest;

/** The FEEL of the reference engine, with guards in every tree it compiles. */
@NullUnmarked
final class KieFeel implements FEEL {

  private final FEELImpl feel;
  private final List<FEELProfile> profiles;

  KieFeel(FEELImpl feel, List<FEELProfile> profiles) {
    this.feel = feel;
    this.profiles = profiles;
  }

  /** An expression whose tree is guarded and whose value is bounded. */
  private static final class GuardedExpression extends ProcessedExpression {

    GuardedExpression(String text, CompilerContext ctx, List<FEELProfile> profiles) {
      super(text, ctx, DefaultMode.Interpreted, profiles);
      KieGuard.guard(ast);
    }

    @Override
    public Object apply(EvaluationContext ctx) {
      Evaluation.step();
      return Evaluation.bounded(super.apply(ctx));
    }
  }

  /** Unary tests whose trees are guarded. */
  private static final class GuardedTests extends ProcessedUnaryTest {

    GuardedTests(String text, CompilerContext ctx, List<FEELProfile> profiles) {
      super(text, ctx, profiles);
      KieGuard.guard(ast);
    }
  }

  @Override
  public CompilerContext newCompilerContext() {
    return feel.newCompilerContext();
  }

  @Override
  public CompiledExpression compile(String expression, CompilerContext ctx) {
    return new GuardedExpression(expression, ctx, profiles).asCompiledFEELExpression();
  }

  @Override
  public ProcessedExpression processExpression(String expression, CompilerContext ctx) {
    return new GuardedExpression(expression, ctx, profiles);
  }

  @Override
  public CompiledExpression processUnaryTests(String expression, CompilerContext ctx) {
    return new GuardedTests(expression, ctx, profiles);
  }

  @Override
  public Object evaluate(String expression) {
    return evaluate(expression, Map.of());
  }

  @Override
  public Object evaluate(String expression, EvaluationContext ctx) {
    var compiling = feel.newCompilerContext(ctx.getListeners());
    ctx.getAllValues().forEach(compiling::addInputVariable);
    return feel.evaluate(compile(expression, compiling), ctx);
  }

  @Override
  public Object evaluate(String expression, Map<String, Object> variables) {
    var compiling = feel.newCompilerContext(feel.getListeners());
    variables.forEach(compiling::addInputVariable);
    return feel.evaluate(compile(expression, compiling), variables);
  }

  @Override
  public Object evaluate(CompiledExpression expression, Map<String, Object> variables) {
    return feel.evaluate(expression, variables);
  }

  @Override
  public Object evaluate(CompiledExpression expression, EvaluationContext ctx) {
    return feel.evaluate(expression, ctx);
  }

  @Override
  public List<UnaryTest> evaluateUnaryTests(String expression) {
    return evaluateUnaryTests(expression, Map.of());
  }

  @Override
  public List<UnaryTest> evaluateUnaryTests(String expression, Map<String, Type> types) {
    var compiling = feel.newCompilerContext(feel.getListeners());
    types.forEach(compiling::addInputVariableType);
    return tests(expression, compiling, feel.getListeners());
  }

  /** Prepares unary tests; what is wrong with them goes to the listeners. */
  List<UnaryTest> tests(
      String expression, CompilerContext ctx, Collection<FEELEventListener> listeners) {
    return new GuardedTests(expression, ctx, profiles)
        .apply(feel.newEvaluationContext(listeners, Map.of()));
  }

  /** The engine behind, for contexts to evaluate in. */
  FEELImpl unguarded() {
    return feel;
  }

  @Override
  public void addListener(FEELEventListener listener) {
    feel.addListener(listener);
  }

  @Override
  public void removeListener(FEELEventListener listener) {
    feel.removeListener(listener);
  }

  @Override
  public Set<FEELEventListener> getListeners() {
    return feel.getListeners();
  }
}
