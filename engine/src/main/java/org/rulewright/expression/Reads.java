package org.rulewright.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an expression reads, for telling a person which values it was about. */
public final class Reads {

  private final Map<String, Expression> found = new LinkedHashMap<>();

  private Reads() {}

  /**
   * The names and paths of an expression with the values they have, in the order they stand; what
   * only the reference engine can read is left out.
   */
  public static Map<String, @Nullable Object> of(
      Expression expression, Map<String, ? extends @Nullable Object> variables) {
    var reads = new Reads();
    reads.visit(expression);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    reads.found.forEach((text, read) -> {
      Object value = read.evaluate(variables);
      if (value != Expression.UNDECIDED) {
        values.put(text, value);
      }
    });
    return values;
  }

  private void visit(Expression expression) {
    switch (expression) {
      case Expression.Constant _ -> {
        // the same for everybody
      }
      case Variable variable -> found.putIfAbsent(variable.name(), variable);
      case Path path ->
          text(path).ifPresentOrElse(it -> found.putIfAbsent(it, path), () -> visit(path.base()));
      case Operation operation -> {
        visit(operation.left());
        visit(operation.right());
      }
      case Choice choice -> {
        visit(choice.condition());
        visit(choice.then());
        visit(choice.otherwise());
      }
      case ContextLiteral context -> context.entries().values().forEach(this::visit);
      case ListLiteral list -> list.elements().forEach(this::visit);
      case LookupCall call -> call.key().forEach(this::visit);
      case Call call -> call.arguments().forEach(this::visit);
      case Presentable it -> visit(it.expression());
      case Typed it -> visit(it.expression());
      case Invocation it -> it.arguments().forEach(this::visit);
      case ResultEntry it -> {
        it.entries().values().forEach(this::visit);
        visit(it.result());
      }
      case BoxedChoice choice -> {
        visit(choice.condition());
        visit(choice.then());
        visit(choice.otherwise());
      }
      case BoxedLoop loop -> visit(loop.source());
      case MadeElsewhere _ -> {
        // what a table reads, its own trace says
      }
      case Negation negation -> visit(negation.operand());
      case InstanceOf it -> visit(it.value());
      case Between between -> {
        visit(between.value());
        visit(between.low());
        visit(between.high());
      }
      case IntervalLiteral interval -> {
        visit(interval.low());
        visit(interval.high());
      }
      case Membership membership -> {
        visit(membership.value());
        membership.cases().forEach(it -> visit(it.operand()));
      }
      case Loop loop -> visit(loop.bindings(), loop.body());
      case Quantified quantified -> visit(quantified.bindings(), quantified.body());
      case Filter filter -> {
        visit(filter.list());
        visit(filter.filter());
      }
    }
  }

  /** The variables of the loop itself have no value out here, and are left out. */
  private void visit(List<Binding> bindings, Expression body) {
    bindings.forEach(it -> visit(it.source()));
    visit(body);
  }

  private static Optional<String> text(Expression expression) {
    return switch (expression) {
      case Variable variable -> Optional.of(variable.name());
      case Path path -> text(path.base()).map(base -> base + "." + path.name());
      default -> Optional.empty();
    };
  }
}
