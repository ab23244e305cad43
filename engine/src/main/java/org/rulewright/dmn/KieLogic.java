package org.rulewright.dmn;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.api.core.DMNVersion;
import org.kie.dmn.core.api.DMNExpressionEvaluator;
import org.kie.dmn.core.ast.DMNBaseNode;
import org.kie.dmn.core.compiler.DMNCompilerConfigurationImpl;
import org.kie.dmn.core.compiler.DMNCompilerContext;
import org.kie.dmn.core.compiler.DMNCompilerImpl;
import org.kie.dmn.core.compiler.DMNDecisionLogicCompiler;
import org.kie.dmn.core.compiler.DMNDecisionLogicCompilerFactory;
import org.kie.dmn.core.compiler.DMNEvaluatorCompiler;
import org.kie.dmn.core.compiler.DMNFEELHelper;
import org.kie.dmn.core.impl.DMNModelImpl;
import org.kie.dmn.feel.FEEL;
import org.kie.dmn.feel.lang.FEELDialect;
import org.kie.dmn.feel.lang.FEELProfile;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.model.api.Conditional;
import org.kie.dmn.model.api.Expression;
import org.kie.dmn.model.api.Filter;
import org.kie.dmn.model.api.FunctionDefinition;
import org.kie.dmn.model.api.FunctionKind;
import org.kie.dmn.model.api.Iterator;

/** Has the reference engine compile all logic of a model through guarded FEEL. */
@NullUnmarked
final class KieLogic extends DMNEvaluatorCompiler {

  private static final Set<FunctionKind> ALLOWED = Set.of(FunctionKind.FEEL);

  private KieLogic(DMNCompilerImpl compiler) {
    super(compiler);
  }

  /** Makes the compiler; the reference engine wants a class of its own for that. */
  static final class Factory implements DMNDecisionLogicCompilerFactory {
    @Override
    public DMNDecisionLogicCompiler newDMNDecisionLogicCompiler(
        DMNCompilerImpl compiler, DMNCompilerConfigurationImpl configuration) {
      return new KieLogic(compiler);
    }
  }

  @Override
  public DMNExpressionEvaluator compileExpression(
      DMNCompilerContext ctx,
      DMNModelImpl model,
      DMNBaseNode node,
      String name,
      Expression expression) {
    if (expression instanceof FunctionDefinition function
        && !ALLOWED.contains(function.getKind())) {
      // the checks refuse such a model before; this is the second lock of that door
      throw new IllegalStateException("external functions are refused");
    }
    var evaluator = super.compileExpression(guarded(ctx, model), model, node, name, expression);
    return isBoxed(expression) ? counted(evaluator) : evaluator;
  }

  private static boolean isBoxed(Expression expression) {
    return expression instanceof Iterator
        || expression instanceof Filter
        || expression instanceof Conditional
        || expression instanceof org.kie.dmn.model.api.List;
  }

  private static DMNExpressionEvaluator counted(DMNExpressionEvaluator evaluator) {
    return (events, result) -> {
      Evaluation.step();
      return evaluator.evaluate(events, result);
    };
  }

  private DMNCompilerContext guarded(DMNCompilerContext ctx, DMNModelImpl model) {
    if (ctx.getFeelHelper() instanceof GuardedHelper) {
      return ctx;
    }
    var configuration = getDmnCompilerConfig();
    var copy =
        new DMNCompilerContext(
            new GuardedHelper(
                configuration.getRootClassLoader(),
                configuration.getFeelProfiles(),
                model.getFeelDialect(),
                model.getDMNVersion()));
    ctx.getVariables().forEach(copy::setVariable);
    return copy;
  }

  /** Compiles through guarded FEEL, and evaluates with the plain one what that has compiled. */
  private static final class GuardedHelper extends DMNFEELHelper {
    private final ClassLoader loader;
    private final List<FEELProfile> profiles;
    private final FEELDialect dialect;
    private final DMNVersion version;
    private boolean compilerMade;

    GuardedHelper(
        ClassLoader loader, List<FEELProfile> profiles, FEELDialect dialect, DMNVersion version) {
      // set before the constructor of the parent, which makes its compiler by newFEELInstance
      this.loader = loader;
      this.profiles = profiles;
      this.dialect = dialect;
      this.version = version;
      super(loader, profiles, dialect, version);
    }

    @Override
    public FEEL newFEELInstance() {
      var plain = newFEELInstance(dialect);
      if (compilerMade) {
        return plain;
      }
      compilerMade = true;
      return new KieFeel((FEELImpl) plain, profiles);
    }

    @Override
    public FEEL newFEELInstance(FEELDialect overriding) {
      return FEELBuilder.builder()
          .withClassloader(loader)
          .withProfiles(profiles)
          .withFEELDialect(overriding)
          .withDMNVersion(version)
          .build();
    }
  }
}
