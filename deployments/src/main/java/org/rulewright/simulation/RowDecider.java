package org.rulewright.simulation;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.dataset.Outcome;
import org.rulewright.decisionlog.IdempotencyClaim;
import org.rulewright.decisionlog.SentReason;
import org.rulewright.serving.Asked;
import org.rulewright.serving.Caller;
import org.rulewright.serving.DecisionAnswer;
import org.rulewright.serving.DecisionRequest;
import org.rulewright.serving.DecisionResult;
import org.rulewright.serving.DecisionService;
import org.springframework.stereotype.Component;

/** Decides rows as the decision service decides calls, many together and each recorded. */
@Component
class RowDecider {
  static final String CHANNEL = "portfolio";

  private final DecisionService service;

  RowDecider(DecisionService service) {
    this.service = service;
  }

  /** What all rows of a run have in common. */
  record Bearings(PortfolioRun run, List<String> facts, @Nullable Outcome outcome, Actor actor) {}

  /** A row's values by column. */
  record Facts(long number, Map<String, @Nullable Object> values) {}

  /** Rows that are decided and about to be durable. */
  interface Deciding {

    /** Waits for the rows; in their order. */
    List<PortfolioRow> await();
  }

  /** Decides the rows together, and records them without waiting. */
  Deciding decide(List<Facts> rows, Bearings bearings) {
    var run = bearings.run();
    var asked =
        rows.stream().filter(row -> subject(row, run) != null).map(row -> asked(row, bearings));
    var pending = service.beginAll(run.environment(), run.strategy(), asked.toList()).iterator();
    List<Supplier<PortfolioRow>> decided = new ArrayList<>();
    for (var row : rows) {
      var bad = bad(row, bearings.outcome());
      if (subject(row, run) == null) {
        decided.add(() -> refused(row, "NO_SUBJECT", bad));
      } else {
        var own = pending.next();
        decided.add(() -> told(row, own.await(), bad));
      }
    }
    return () -> decided.stream().map(Supplier::get).toList();
  }

  private static @Nullable String subject(Facts row, PortfolioRun run) {
    return text(row.values().get(run.subjectColumn()));
  }

  private static Asked asked(Facts row, Bearings bearings) {
    var run = bearings.run();
    var subject = String.valueOf(subject(row, run));
    var facts = new LinkedHashMap<String, @Nullable Object>();
    bearings.facts().forEach(name -> facts.put(name, row.values().get(name)));
    var request =
        new DecisionRequest(
            subject,
            facts,
            null,
            false,
            run.id() + "/" + row.number(),
            CHANNEL,
            false,
            "dataset " + run.dataset() + " #" + run.snapshot());
    var claim =
        IdempotencyClaim.of(
            bearings.actor().id(),
            CHANNEL,
            run.id() + "/" + row.number(),
            subject.getBytes(StandardCharsets.UTF_8));
    return new Asked(
        request, new Caller(bearings.actor(), Locale.SIMPLIFIED_CHINESE, claim, System.nanoTime()));
  }

  private static PortfolioRow told(Facts row, DecisionResult result, @Nullable Boolean bad) {
    return switch (result) {
      case DecisionResult.Answered answered -> decided(row, answered.answer(), bad);
      case DecisionResult.FactsRefused refused ->
          refused(
              row,
              refused.problems().stream()
                  .map(problem -> problem.message(Locale.SIMPLIFIED_CHINESE))
                  .collect(Collectors.joining("; ")),
              bad);
      case DecisionResult.NotReleased() -> refused(row, "NOT_RELEASED", bad);
      case DecisionResult.KeyReused() -> refused(row, "KEY_REUSED", bad);
      case DecisionResult.AnswerErased() -> refused(row, "ANSWER_ERASED", bad);
      case DecisionResult.Unrecordable unrecordable -> refused(row, unrecordable.reason(), bad);
      case DecisionResult.Unavailable unavailable ->
          throw new IllegalStateException("decisions cannot be recorded: " + unavailable.reason());
    };
  }

  private static PortfolioRow decided(Facts row, DecisionAnswer answer, @Nullable Boolean bad) {
    var outputs = answer.outputs();
    return new PortfolioRow(
        row.number(),
        answer.id(),
        answer.verdict(),
        text(outputs.get("grade")),
        number(outputs.get("score")),
        number(outputs.get("amount")),
        number(outputs.get("rate")),
        answer.reasons().stream().map(SentReason::code).toList(),
        null,
        bad);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable BigDecimal number(@Nullable Object value) {
    return value instanceof Number number ? new BigDecimal(number.toString()) : null;
  }

  private static PortfolioRow refused(Facts row, String problem, @Nullable Boolean bad) {
    return new PortfolioRow(
        row.number(), null, null, null, null, null, null, List.of(), problem, bad);
  }

  private static @Nullable Boolean bad(Facts row, @Nullable Outcome outcome) {
    return outcome == null ? null : outcome.isBad(row.values().get(outcome.column()));
  }
}
