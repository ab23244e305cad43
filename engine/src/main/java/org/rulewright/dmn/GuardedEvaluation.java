package org.rulewright.dmn;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.LookupRows;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.expression.RowFinder;
import org.rulewright.expression.Running;

/**
 * Runs evaluations of a model within their limits.
 *
 * @param refusals why the model may not be evaluated; empty for one that may
 * @param limit how long one evaluation may take
 */
record GuardedEvaluation(List<Diagnostic> refusals, Duration limit, LookupSource lookups) {

  /** What the work comes to; a failure that says why where it may not run or breaks a limit. */
  Outcome outcome(OffsetDateTime asOf, Supplier<Outcome> work) {
    if (!refusals.isEmpty()) {
      return new Outcome.Failed(refusals, Trace.EMPTY);
    }
    var evaluation = begin(asOf);
    try {
      var outcome = scope(evaluation, asOf).call(work::get);
      return evaluation.stopped() == null ? outcome : stopped(evaluation, outcome.trace());
    } catch (Evaluation.EvaluationStopped e) {
      return stopped(evaluation, Trace.EMPTY);
    } catch (KieRefusal e) {
      return failed(
          Diagnostic.error("dmn.engine", Place.NOWHERE, Diagnostic.shortened(e.reason())));
    } catch (StackOverflowError e) {
      // expressions may call themselves; the stack unwinds to here and nothing is left half done
      return failed(Diagnostic.error("dmn.too-deep", Place.NOWHERE));
    }
  }

  /** What the work sees of its evaluation. */
  ScopedValue.Carrier scope(Evaluation evaluation, OffsetDateTime asOf) {
    var scope =
        ScopedValue.where(Evaluation.CURRENT, evaluation).where(Running.CURRENT, evaluation);
    return lookups == LookupSource.NONE
        ? scope
        : scope.where(RowFinder.CURRENT, new LookupRows(lookups, asOf));
  }

  private static Outcome stopped(Evaluation evaluation, Trace trace) {
    var code =
        evaluation.stopped() == Evaluation.Stop.TOO_BIG ? "dmn.too-big" : "EVALUATION_TIMEOUT";
    return new Outcome.Failed(List.of(Diagnostic.error(code, Place.NOWHERE)), trace);
  }

  static Outcome failed(Diagnostic problem) {
    return new Outcome.Failed(List.of(problem), Trace.EMPTY);
  }

  /** An evaluation whose time begins now. */
  Evaluation begin(OffsetDateTime asOf) {
    return new Evaluation(asOf, limit.toNanos());
  }
}
