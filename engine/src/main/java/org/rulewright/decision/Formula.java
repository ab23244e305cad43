package org.rulewright.decision;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Expression;

/**
 * An expression that is ours where it compiles and the reference engine's everywhere else.
 *
 * <p>The compiled form may still be undecided about some values at run time; then the reference
 * engine answers, too.
 */
public final class Formula {

  private final String text;
  private final ReferenceEvaluator reference;
  private final @Nullable Expression compiled;

  /** Prepared at load if nothing compiled, else when it is first needed. */
  private volatile @Nullable ReferenceExpression delegate;

  private Formula(String text, ReferenceEvaluator reference, @Nullable Expression compiled) {
    this.text = text;
    this.reference = reference;
    this.compiled = compiled;
    this.delegate = compiled == null ? reference.expression(text) : null;
  }

  /**
   * Compiles an expression once, at load.
   *
   * @param variables every name the expression can see
   */
  public static Formula compile(String text, Set<String> variables, ReferenceEvaluator reference) {
    return new Formula(
        text,
        reference,
        Expression.compile(text, variables).or(() -> reference.translated(text)).orElse(null));
  }

  /** An expression that is left to the reference engine, whatever our compiler could do. */
  public static Formula byReference(String text, ReferenceEvaluator reference) {
    return new Formula(text, reference, null);
  }

  public String text() {
    return text;
  }

  /** Whether our compiler took the expression. */
  public boolean isCompiled() {
    return compiled != null;
  }

  /** The compiled form, if there is one. */
  public Optional<Expression> compiled() {
    return Optional.ofNullable(compiled);
  }

  /** The answer, by whichever engine knows it. */
  public ReferenceAnswer evaluate(Map<String, @Nullable Object> variables, OffsetDateTime asOf) {
    if (compiled != null) {
      Object value = compiled.evaluate(variables);
      if (value != Expression.UNDECIDED) {
        return ReferenceAnswer.of(value);
      }
    }
    return delegate().evaluate(variables, asOf);
  }

  private ReferenceExpression delegate() {
    ReferenceExpression prepared = delegate;
    if (prepared == null) {
      prepared = reference.expression(text);
      delegate = prepared;
    }
    return prepared;
  }
}
