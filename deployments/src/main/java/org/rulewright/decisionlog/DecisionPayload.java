package org.rulewright.decisionlog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a decision beyond its searchable columns, encrypted with the subject's key.
 *
 * <p>Values are in JSON's terms (text, number, boolean, list, map, null), so that a stored payload
 * can be read without the classes of the engine that wrote it.
 *
 * @param asOf the decision's time with its offset, as ISO-8601 text: replay needs the offset too
 * @param language the language the reasons were sent in
 * @param explained whether the answer carried its explanation
 * @param scores model scores as used, by name of the model step
 * @param lookups looked-up values as used, by name
 */
public record DecisionPayload(
    String subject,
    String asOf,
    String language,
    boolean explained,
    List<RecordedFact> facts,
    Map<String, @Nullable Object> outputs,
    List<SentReason> reasons,
    List<RecordedStep> trace,
    List<RecordedProblem> problems,
    Map<String, @Nullable Object> scores,
    Map<String, @Nullable Object> lookups) {}
