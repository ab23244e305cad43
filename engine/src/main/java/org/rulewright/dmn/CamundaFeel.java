package org.rulewright.dmn;

import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.collection.immutable.Map;
import camundajar.impl.scala.collection.immutable.Map$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import camundajar.impl.scala.util.Right;
import java.util.LinkedHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Configuration;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.ValFunction;
import org.jspecify.annotations.NullUnmarked;

/**
 * Camunda's FEEL for its DMN engine, as Camunda's own adapter does it but for four things: its
 * clock is the evaluation's, its syntax trees are guarded, its numbers stay decimals, and it takes
 * FEEL values only, so that no property of a Java object can be read.
 */
@NullUnmarked
final class CamundaFeel implements FeelEngine {

  /** A variable whose value is the name of the variable a unary test tests. */
  private static final String INPUT_NAMED_BY = "inputVariableName";

  private static final int MOST_KEPT = 20_000;

  private final org.camunda.feel.FeelEngine engine =
      new org.camunda.feel.FeelEngine(
          FunctionProvider.EmptyFunctionProvider$.MODULE$,
          CamundaValues.mapper(),
          new Configuration(false),
          () -> Evaluation.CURRENT.get().asOf().toZonedDateTime());

  private final Map<String, List<ValFunction>> functions = CamundaFunctions.overBuiltIn();
  private final ConcurrentHashMap<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, ParsedExpression> tests = new ConcurrentHashMap<>();

  @Override
  @SuppressWarnings("unchecked") // the interface leaves the type to the caller
  public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
    var parsed = parsed(expressions, expression);
    var value = evaluate(parsed, context(variables, null));
    return (T)
        (CamundaEngine.NOTES.get().isAggregated(expression)
            ? CamundaValues.forAggregator(value)
            : value);
  }

  @Override
  public boolean evaluateSimpleUnaryTests(
      String expression, String inputVariable, VariableContext variables) {
    var parsed = parsed(tests, expression);
    return Boolean.TRUE.equals(evaluate(parsed, context(variables, inputVariable)));
  }

  /** Evaluates an expression that stands outside of any decision, such as a condition of a flow. */
  Object evaluate(String expression, java.util.Map<String, Object> variables) {
    return evaluate(parsed(expressions, expression), context(variables));
  }

  private ParsedExpression parsed(
      ConcurrentHashMap<String, ParsedExpression> kept, String expression) {
    var found = kept.get(expression);
    if (found != null) {
      return found;
    }
    long started = System.nanoTime();
    var parsed =
        CamundaGuard.guarded(
            kept == tests
                ? CamundaParser.unaryTests(expression)
                : CamundaParser.expression(expression));
    Evaluation.giveBack(System.nanoTime() - started);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    kept.put(expression, parsed);
    return parsed;
  }

  private Object evaluate(ParsedExpression parsed, Context context) {
    Evaluation.checkpoint();
    var result = engine.eval(parsed, context);
    // that engine turns exceptions into failures: a stop must go on
    Evaluation.checkpoint();
    return right(result);
  }

  private Context context(VariableContext variables, String inputVariable) {
    var values = new LinkedHashMap<String, Object>();
    for (var name : variables.keySet()) {
      values.put(name, variables.resolve(name).getValue());
    }
    if (inputVariable != null) {
      values.put(INPUT_NAMED_BY, inputVariable);
    }
    return context(values);
  }

  private Context context(java.util.Map<String, Object> values) {
    return new Context.StaticContext(
        Map$.MODULE$.from(CollectionConverters.asScala(values)), functions);
  }

  private static <T> T right(Either<Failure, T> either) {
    return switch (either) {
      case Right<Failure, T> right -> right.value();
      case Left<Failure, T> left -> throw new FeelException(left.value().message());
      default -> throw new IllegalStateException();
    };
  }
}
