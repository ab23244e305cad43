package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.ReferenceTest;
import org.rulewright.expression.UnaryTests;
import org.rulewright.expression.Verdict;

/** A unary test, ours where it compiles and the reference engine's everywhere else. */
final class CellTest {

  private static final ReferenceAnswer YES = ReferenceAnswer.of(true);
  private static final ReferenceAnswer NO = ReferenceAnswer.of(false);

  private final String text;
  private final FactType type;
  private final ReferenceEvaluator reference;
  private final @Nullable UnaryTests compiled;

  /** Prepared at load if nothing compiled, else when it is first needed. */
  private volatile @Nullable ReferenceTest delegate;

  CellTest(String text, FactType type, ReferenceEvaluator reference) {
    this.text = text;
    this.type = type;
    this.reference = reference;
    this.compiled = UnaryTests.compile(text).orElse(null);
    this.delegate = compiled == null ? reference.unaryTests(text, type) : null;
  }

  String text() {
    return text;
  }

  Optional<UnaryTests> compiled() {
    return Optional.ofNullable(compiled);
  }

  boolean isCompiled() {
    return compiled != null;
  }

  boolean isPositive() {
    return compiled != null && !compiled.negated();
  }

  /** Whether a compiled test is sure the value matches. */
  boolean matches(@Nullable Object value) {
    return compiled != null && compiled.test(value) == Verdict.MATCHES;
  }

  ReferenceAnswer test(
      @Nullable Object value, Map<String, @Nullable Object> variables, OffsetDateTime asOf) {
    Verdict verdict = compiled == null ? Verdict.UNDECIDED : compiled.test(value);
    return switch (verdict) {
      case MATCHES -> YES;
      case FAILS -> NO;
      case UNDECIDED -> delegate().test(value, variables, asOf);
    };
  }

  private ReferenceTest delegate() {
    ReferenceTest prepared = delegate;
    if (prepared == null) {
      prepared = reference.unaryTests(text, type);
      delegate = prepared;
    }
    return prepared;
  }
}
