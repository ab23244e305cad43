package org.rulewright.serving;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.DecisionPage;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.decisionlog.DecisionRecord;
import org.rulewright.decisionlog.DecisionSummary;
import org.rulewright.decisionlog.RecordedFact;
import org.rulewright.version.ScoreCheck;

/** Recorded decisions as the public API shows them. */
public final class RecordJson {

  private RecordJson() {}

  static Map<String, @Nullable Object> page(DecisionPage page) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("decisions", page.decisions().stream().map(RecordJson::summary).toList());
    members.put("next", page.next().map(Object::toString).orElse(null));
    return members;
  }

  /** A record with everything in it, as it is shown and exported. */
  public static Map<String, @Nullable Object> record(DecisionRecord record) {
    var members = summary(record.summary());
    members.put("erased", record.erased());
    if (record.payload() != null) {
      payload(record.payload(), members);
    }
    var chain = record.chain();
    members.put(
        "chain",
        Map.of(
            "session", chain.session(),
            "position", chain.position(),
            "digest", chain.digest(),
            "intact", chain.intact()));
    return members;
  }

  private static void payload(DecisionPayload payload, Map<String, @Nullable Object> members) {
    members.put("subject", payload.subject());
    members.put("asOf", payload.asOf());
    members.put("language", payload.language());
    members.put("facts", payload.facts().stream().map(RecordJson::fact).toList());
    members.put("outputs", payload.outputs());
    members.put("reasons", payload.reasons());
    members.put("trace", payload.trace());
    members.put("problems", payload.problems());
    members.put("scores", payload.scores());
    members.put("lookups", payload.lookups());
  }

  /** A recorded score beside the one the model gives now. */
  static Map<String, @Nullable Object> check(ScoreCheck check) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("name", check.name());
    members.put("version", check.version());
    members.put("agrees", check.agrees());
    members.put("difference", check.difference());
    members.put("recorded", check.recorded());
    members.put("recomputed", check.recomputed());
    return members;
  }

  private static Map<String, @Nullable Object> fact(RecordedFact fact) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("name", fact.name());
    members.put("type", fact.type());
    members.put("state", fact.state());
    members.put("value", fact.value());
    members.put("source", fact.source());
    return members;
  }

  private static Map<String, @Nullable Object> summary(DecisionSummary summary) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("id", summary.id().toString());
    members.put("asOf", summary.asOf().toString());
    members.put("recordedAt", summary.recordedAt().toString());
    members.put("environment", summary.place().environment());
    members.put("strategy", summary.place().strategy());
    members.put("release", summary.place().releaseDigest());
    members.put("arm", summary.place().arm());
    members.put("channel", summary.channel());
    members.put("reference", summary.reference());
    var headline = summary.headline();
    members.put("verdict", headline.verdict());
    members.put("score", headline.score());
    members.put("amount", headline.amount());
    members.put("rate", headline.rate());
    members.put("termMonths", headline.termMonths());
    members.put("grade", headline.grade());
    members.put("reasonCodes", headline.reasonCodes());
    members.put("latencyMicros", summary.latency().toNanos() / 1000);
    members.put("askedBy", summary.askedBy());
    return members;
  }
}
