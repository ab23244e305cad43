package org.rulewright.serving;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.DecisionRecord;
import org.rulewright.decisionlog.FactState;
import org.rulewright.decisionlog.RecordedStep;
import org.rulewright.release.Releases;
import org.rulewright.version.ScoreCheck;
import org.rulewright.version.UsedValues;
import org.springframework.stereotype.Service;

/** Makes recorded decisions again; on their own release the outcome must be identical. */
@Service
public class Replays {

  private final Releases releases;
  private final ReleasedModels models;

  Replays(Releases releases, ReleasedModels models) {
    this.releases = releases;
    this.models = models;
  }

  /**
   * Decides again by the release of this digest: on the decision's own release with the look-up
   * rows and scores that were recorded, on another one with those it pins. Each recorded score is
   * computed again and compared; one that differs is a difference of the replay.
   *
   * @return empty when there is no such release
   * @throws IllegalArgumentException when the record's subject was erased
   */
  public Optional<Replay> replay(DecisionRecord record, String releaseDigest) {
    var payload = record.payload();
    if (payload == null) {
      throw new IllegalArgumentException("an erased decision cannot be made again");
    }
    return releases
        .findByDigest(releaseDigest)
        .map(release -> {
          try (var loaded = models.of(release.id())) {
            return replay(record, payload, loaded);
          }
        });
  }

  private static Replay replay(
      DecisionRecord record, DecisionPayload recorded, LoadedRelease loaded) {
    var model = loaded.model();
    var request =
        new DecisionRequest(
            recorded.subject(), facts(recorded), null, false, null, null, recorded.explained());
    // On another release a recorded fact may be unknown or of another type: what fits is used.
    var checked = model.schema().check(request.facts());
    var asOf = OffsetDateTime.parse(recorded.asOf());
    var used =
        loaded.release().digest().equals(record.summary().place().releaseDigest())
            ? UsedValues.checked(recorded.lookups(), recorded.scores())
            : UsedValues.fresh();
    var evaluated =
        DecisionService.evaluate(model, checked.facts(), asOf, record.summary().id(), used);
    var language = Locale.of(recorded.language());
    var made = evaluated.payload(model, request, recorded.asOf(), language);
    return new Replay(
        loaded.release().digest(),
        made.outputs(),
        made.reasons(),
        used.checks(),
        differences(recorded, made, used.checks()));
  }

  static Map<String, @Nullable Object> facts(DecisionPayload recorded) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    recorded.facts().stream()
        .filter(fact -> fact.state() != FactState.MISSING)
        .forEach(fact -> facts.put(fact.name(), fact.value()));
    return facts;
  }

  private static List<String> differences(
      DecisionPayload recorded, DecisionPayload made, List<ScoreCheck> checks) {
    var differences = new ArrayList<String>();
    var names = new TreeSet<>(recorded.outputs().keySet());
    names.addAll(made.outputs().keySet());
    for (var name : names) {
      if (!SameValue.same(recorded.outputs().get(name), made.outputs().get(name))) {
        differences.add("outputs." + name);
      }
    }
    if (!recorded.reasons().equals(made.reasons())) {
      differences.add("reasons");
    }
    if (!hits(recorded.trace()).equals(hits(made.trace()))) {
      differences.add("rules");
    }
    checks.stream()
        .filter(check -> !check.agrees())
        .forEach(check -> differences.add("scores." + check.name()));
    return differences;
  }

  private static List<List<String>> hits(List<RecordedStep> trace) {
    return trace.stream().map(RecordedStep::hits).toList();
  }
}
