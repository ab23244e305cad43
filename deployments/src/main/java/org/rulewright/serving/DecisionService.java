package org.rulewright.serving;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decision.CheckedFacts;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
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
      case Prepared.Ready ready -> pending(ready.entry(), environment, strategy, request, caller);
    };
  }

  private Pending pending(
      DecisionEntry entry,
      String environment,
      StrategyKey strategy,
      DecisionRequest request,
      Caller caller) {
    var recording = log.submit(entry);
    return () ->
        told(entry, recording.join())
            .orElseGet(() -> {
              models.forget(environment, strategy);
              return decide(environment, strategy, request, caller);
            });
  }

  /**
   * The same for many requests, whose decisions are made together as of one moment and share
   * commits; each is decided and recorded as it would be alone.
   *
   * @return in the order of the requests
   */
  public List<Pending> beginAll(String environment, StrategyKey strategy, List<Asked> asked) {
    if (asked.stream().anyMatch(it -> it.request().asOf() != null)) {
      return asked.stream()
          .map(it -> begin(environment, strategy, it.request(), it.caller()))
          .toList();
    }
    var active = models.active(environment, strategy);
    if (active.isEmpty()) {
      return asked.stream().<Pending>map(it -> DecisionResult.NotReleased::new).toList();
    }
    try (var model = active.get()) {
      return together(model, environment, strategy, asked);
    }
  }

  private List<Pending> together(
      ReleasedModels.ActiveModel active,
      String environment,
      StrategyKey strategy,
      List<Asked> asked) {
    var model = active.loaded().model();
    var asOf = now();
    var checked = asked.stream().map(it -> check(model, it.request())).toList();
    var clear = checked.stream().filter(it -> it.problems().isEmpty()).map(CheckedFacts::facts);
    var outcomes = BatchOutcomes.of(model, clear.toList(), asOf);
    var made = outcomes == null ? Collections.<Outcome>emptyIterator() : outcomes.iterator();
    var work = new ArrayList<Supplier<Pending>>();
    for (int i = 0; i < checked.size(); i++) {
      var request = asked.get(i).request();
      var caller = asked.get(i).caller();
      var facts = checked.get(i);
      if (!facts.problems().isEmpty()) {
        work.add(() -> () -> new DecisionResult.FactsRefused(facts.problems()));
        continue;
      }
      var outcome = made.hasNext() ? made.next() : null;
      work.add(() -> {
        var ready = ready(active, strategy, request, caller, facts.facts(), asOf, outcome);
        return pending(ready.entry(), environment, strategy, request, caller);
      });
    }
    return SideBySide.all(work);
  }

  /** A decision on its way. */
  public interface Pending {

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
      var checked = check(model.loaded().model(), request);
      return checked.problems().isEmpty()
          ? ready(model, strategy, request, caller, checked.facts(), asOf(request), null)
          : new Prepared.Refused(new DecisionResult.FactsRefused(checked.problems()));
    }
  }

  /**
   * Makes the entry of a decision.
   *
   * @param made its outcome, or null where it has to be decided yet
   */
  private static Prepared.Ready ready(
      ReleasedModels.ActiveModel active,
      StrategyKey strategy,
      DecisionRequest request,
      Caller caller,
      Facts facts,
      OffsetDateTime asOf,
      @Nullable Outcome made) {
    var model = active.loaded().model();
    var id = DecisionId.next();
    var used = UsedValues.fresh();
    var evaluated =
        made == null
            ? evaluate(model, facts, asOf, id, used)
            : evaluated(model, facts, () -> made, id, used);
    return new Prepared.Ready(
        new DecisionEntry(
            id,
            asOf,
            new DecisionPlace(
                active.epoch().environment(),
                strategy.value(),
                active.loaded().release().digest(),
                ARM),
            request.recordedChannel(),
            request.reference(),
            caller.actor(),
            Duration.ofNanos(System.nanoTime() - caller.arrival()),
            evaluated.outputs().headline(),
            evaluated.payload(model, request, asOf.toString(), caller.language()),
            caller.claim(),
            active.epoch()));
  }

  private static OffsetDateTime asOf(DecisionRequest request) {
    return Optional.ofNullable(request.asOf())
        .orElseGet(DecisionService::now)
        .truncatedTo(ChronoUnit.MICROS);
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  private static CheckedFacts check(ReleasedModel model, DecisionRequest request) {
    var checked = model.schema().check(request.facts());
    var problems = new ArrayList<>(checked.problems());
    request
        .facts()
        .forEach((name, value) -> FactLimits.problem(name, value).ifPresent(problems::add));
    return new CheckedFacts(checked.facts(), problems);
  }

  /** An engine that throws has failed like any other: the case goes to a person, on the record. */
  static Evaluated evaluate(
      ReleasedModel model, Facts facts, OffsetDateTime asOf, DecisionId id, UsedValues used) {
    return evaluated(model, facts, () -> model.evaluate(facts, asOf, used), id, used);
  }

  private static Evaluated evaluated(
      ReleasedModel model, Facts facts, Supplier<Outcome> outcome, DecisionId id, UsedValues used) {
    try {
      return Evaluated.of(model, facts, outcome.get(), used);
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
