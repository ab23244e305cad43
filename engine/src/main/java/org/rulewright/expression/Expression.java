package org.rulewright.expression;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A FEEL expression of the subset, compiled. */
public sealed interface Expression
    permits Expression.Constant,
        Variable,
        Path,
        Operation,
        Choice,
        ContextLiteral,
        ListLiteral,
        LookupCall,
        Negation,
        Between,
        IntervalLiteral,
        Membership,
        Loop,
        Quantified,
        Filter,
        InstanceOf,
        Call,
        Presentable,
        Typed,
        ResultEntry,
        Invocation,
        BoxedChoice,
        BoxedLoop,
        MadeElsewhere {

  /** What {@link #evaluate} returns where only the reference engine knows the answer. */
  Object UNDECIDED = new Object();

  /**
   * Compiles an expression.
   *
   * @param variables every name the expression can see
   * @return empty when the text is outside the subset, whether or not it is FEEL
   */
  static Optional<Expression> compile(String text, Set<String> variables) {
    return ExpressionParser.parse(text, variables);
  }

  /** The value, or {@link #UNDECIDED}. */
  @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables);

  /** Whether the value is the same for all variables. */
  default boolean isConstant() {
    return false;
  }

  /** A literal, or what could be computed at load. */
  record Constant(@Nullable Object value) implements Expression {
    @Override
    public @Nullable Object evaluate(Map<String, ? extends @Nullable Object> variables) {
      return value;
    }

    @Override
    public boolean isConstant() {
      return true;
    }
  }
}
