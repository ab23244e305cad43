package org.rulewright.serving;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: a decision about a subject with these facts.
 *
 * @param facts in JSON's terms; a fact that is present with null is told apart from a missing one
 * @param asOf the moment the decision is made for; null is now
 * @param whatIf evaluated and recorded like any other, but under the channel {@code what-if}
 * @param reference the caller's own name for the case
 * @param explain whether the answer tells which rules matched
 * @param source where the facts come from, as it is recorded with each
 */
public record DecisionRequest(
    String subject,
    Map<String, @Nullable Object> facts,
    @Nullable OffsetDateTime asOf,
    boolean whatIf,
    @Nullable String reference,
    @Nullable String channel,
    boolean explain,
    String source) {

  public static final String WHAT_IF_CHANNEL = "what-if";
  static final String API_CHANNEL = "api";
  private static final String CALLER = "request";

  public DecisionRequest {
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** With facts that the caller sent. */
  public DecisionRequest(
      String subject,
      Map<String, @Nullable Object> facts,
      @Nullable OffsetDateTime asOf,
      boolean whatIf,
      @Nullable String reference,
      @Nullable String channel,
      boolean explain) {
    this(subject, facts, asOf, whatIf, reference, channel, explain, CALLER);
  }

  /** A plain request for a decision as of now. */
  public static DecisionRequest of(String subject, Map<String, ? extends @Nullable Object> facts) {
    return new DecisionRequest(subject, new LinkedHashMap<>(facts), null, false, null, null, false);
  }

  String recordedChannel() {
    if (whatIf) {
      return WHAT_IF_CHANNEL;
    }
    return channel == null ? API_CHANNEL : channel;
  }
}
