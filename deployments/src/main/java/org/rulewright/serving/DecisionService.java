package org.rulewright.serving;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decisionlog.DecisionEntry;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionLog;
import org.rulewright.decisionlog.DecisionPlace;
import org.rulewright.decisionlog.RecordResult;
import org.rulewright.version.UsedValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Decides by the release that is active in an environment.
 *
 * <p>Time is fixed once for each decision. An answer exists only after its record is durable; when
 * the rollout changed meanwhile, the decision is made again by what is active now.
 */
@Service
public class DecisionService {

  /** The only arm until rollouts split the traffic. */
  static final String ARM = "full";

  private static final Logger LOG = LoggerFactory.getLogger(DecisionService.class);
  private static final int ATTEMPTS = 5;

  private final ReleasedModels models;
  private final DecisionLog log;

  DecisionService(ReleasedModels models, DecisionLog log) {
    this.models = models;
    this.log = log;
  }

  /** Decides, records and answers. */
  public DecisionResult decide(
      String environment, StrategyKey strategy, DecisionRequest request, Caller caller) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      switch (prepare(environment, strategy, request, caller)) {
        case Prepared.Refused refused -> {
          return refused.result();
        }
        case Prepared.Ready ready -> {
          var result = told(ready.entry(), log.record(ready.entry()));
          if (result.isPresent()) {
            return result.get();
          }
        }
      }
      models.forget(environment, strategy);
    }
    return new DecisionResult.Unavailable("the rollout does not come to rest");
  }

  /**
   * Decides and hands over to the log without waiting, for many decisions in a row; what turns out
   * stale is decided again on the thread that asks for the result.
   */
  Pending begin(String environment, StrategyKey strategy, DecisionRequest request, Caller caller) {
    return switch (prepare(environment, strategy, request, caller)) {
      case Prepared.Refused refused -> refused::result;
      case Prepared.Ready ready -> {
        var recording = log.submit(ready.entry());
        yield () ->
            told(ready.entry(), recording.join())
                .orElseGet(() -> {
                  models.forget(environment, strategy);
                  return decide(environment, strategy, request, caller);
                });
      }
    };
  }

  /** A decision on its way. */
  interface Pending {

    /** Waits until the decision is durable, or is known not to be. */
    DecisionResult await();
  }

  private sealed interface Prepared {
    record Ready(DecisionEntry entry) implements Prepared {}

    record Refused(DecisionResult result) implements Prepared {}
  }

  private Prepared prepare(
      String environment, StrategyKey strategy, DecisionRequest request, Caller caller) {
    var active = models.active(environment, strategy);
    if (active.isEmpty()) {
      return new Prepared.Refused(new DecisionResult.NotReleased());
    }
    try (var model = active.get()) {
      return prepare(model, request, caller, environment, strategy);
    }
  }

  private static Prepared prepare(
      ReleasedModels.ActiveModel active,
      DecisionRequest request,
      Caller caller,
      String environment,
      StrategyKey strategy) {
    var loaded = active.loaded();
    var checked = loaded.model().schema().check(request.facts());
    var problems = problems(request, checked.problems());
    if (!problems.isEmpty()) {
      return new Prepared.Refused(new DecisionResult.FactsRefused(problems));
    }
    var id = DecisionId.next();
    var asOf = asOf(request);
    var evaluated = evaluate(loaded.model(), checked.facts(), asOf, id, UsedValues.fresh());
    return new Prepared.Ready(
        new DecisionEntry(
            id,
            asOf,
            new DecisionPlace(environment, strategy.value(), loaded.release().digest(), ARM),
            request.recordedChannel(),
            request.reference(),
            caller.actor(),
            Duration.ofNanos(System.nanoTime() - caller.arrival()),
            evaluated.outputs().headline(),
            evaluated.payload(loaded.model(), request, asOf.toString(), caller.language()),
            caller.claim(),
            active.epoch()));
  }

  private static OffsetDateTime asOf(DecisionRequest request) {
    return Optional.ofNullable(request.asOf())
        .orElseGet(() -> OffsetDateTime.now(ZoneOffset.UTC))
        .truncatedTo(ChronoUnit.MICROS);
  }

  private static List<Diagnostic> problems(DecisionRequest request, List<Diagnostic> wrongFacts) {
    var problems = new ArrayList<>(wrongFacts);
    request
        .facts()
        .forEach((name, value) -> FactLimits.problem(name, value).ifPresent(problems::add));
    return problems;
  }

  /** An engine that throws has failed like any other: the case goes to a person, on the record. */
  static Evaluated evaluate(
      ReleasedModel model, Facts facts, OffsetDateTime asOf, DecisionId id, UsedValues used) {
    try {
      return Evaluated.of(model, facts, model.evaluate(facts, asOf, used), used);
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.error("the engine failed in decision {}", id, failure);
      return Evaluated.failed(failure, used);
    }
  }

  /** What the caller is told; empty when the decision has to be made again. */
  private Optional<DecisionResult> told(DecisionEntry entry, RecordResult result) {
    return switch (result) {
      case RecordResult.Recorded recorded ->
          Optional.of(
              new DecisionResult.Answered(
                  DecisionAnswer.of(
                      entry.id(),
                      entry.headline().verdict(),
                      entry.place(),
                      entry.payload(),
                      recorded.recordedAt())));
      case RecordResult.Repeated repeated -> Optional.of(repeated(repeated.first()));
      case RecordResult.KeyReused() -> Optional.of(new DecisionResult.KeyReused());
      case RecordResult.Stale() -> Optional.empty();
      case RecordResult.Refused refused ->
          Optional.of(new DecisionResult.Unrecordable(refused.reason()));
      case RecordResult.Unavailable unavailable ->
          Optional.of(new DecisionResult.Unavailable(unavailable.reason()));
    };
  }

  private DecisionResult repeated(DecisionId first) {
    var record = log.find(first).orElseThrow();
    var payload = record.payload();
    if (payload == null) {
      return new DecisionResult.AnswerErased();
    }
    var summary = record.summary();
    return new DecisionResult.Answered(
        DecisionAnswer.of(
            first, summary.headline().verdict(), summary.place(), payload, summary.recordedAt()));
  }
}
