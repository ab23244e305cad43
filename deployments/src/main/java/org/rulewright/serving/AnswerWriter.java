package org.rulewright.serving;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decisionlog.RecordedStep;
import tools.jackson.core.JsonGenerator;

/** Writes answers as JSON, one as a body and many as lines. */
final class AnswerWriter {

  private static final int NO_LINE = 0;

  private AnswerWriter() {}

  static byte[] json(DecisionAnswer answer) {
    return write(answer, NO_LINE);
  }

  /** The answer of one line of a batch, with the number of that line and the end of a line. */
  static byte[] line(DecisionAnswer answer, long line) {
    return write(answer, line);
  }

  static byte[] line(Problem problem, long line) {
    var out = new ByteArrayOutputStream(512);
    try (var json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberProperty("line", line);
      for (var member : problem.members().entrySet()) {
        json.writePOJOProperty(member.getKey(), member.getValue());
      }
      json.writeEndObject();
    }
    out.write('\n');
    return out.toByteArray();
  }

  private static byte[] write(DecisionAnswer answer, long line) {
    var out = new ByteArrayOutputStream(1024);
    try (var json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      if (line != NO_LINE) {
        json.writeNumberProperty("line", line);
      }
      json.writeStringProperty("id", answer.id().toString());
      json.writeStringProperty("verdict", answer.verdict());
      json.writePOJOProperty("outputs", answer.outputs());
      reasons(json, answer);
      json.writeStringProperty("release", answer.release());
      json.writeStringProperty("arm", answer.arm());
      json.writeStringProperty("asOf", answer.asOf().toString());
      json.writeStringProperty("recordedAt", answer.recordedAt().toString());
      if (answer.explanation() != null) {
        json.writePOJOProperty("explanation", explanation(answer.explanation()));
      }
      json.writeEndObject();
    }
    if (line != NO_LINE) {
      out.write('\n');
    }
    return out.toByteArray();
  }

  private static void reasons(JsonGenerator json, DecisionAnswer answer) {
    json.writeArrayPropertyStart("reasons");
    for (var reason : answer.reasons()) {
      json.writeStartObject();
      json.writeStringProperty("code", reason.code());
      json.writeStringProperty("text", reason.text());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static Map<String, Object> explanation(List<RecordedStep> steps) {
    return Map.of("steps", steps.stream().map(AnswerWriter::step).toList());
  }

  private static Map<String, @Nullable Object> step(RecordedStep step) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("decision", step.decisionName());
    members.put("decisionId", step.decisionId());
    members.put("kind", step.kind());
    members.put("rules", step.hits());
    members.put("value", step.value());
    return members;
  }

  /** The problem that stands for a result without an answer. */
  static Problem problem(
      DecisionResult result, String environment, String strategy, Locale language) {
    return switch (result) {
      case DecisionResult.Answered answered ->
          throw new IllegalArgumentException("an answer is no problem: " + answered.answer().id());
      case DecisionResult.FactsRefused refused ->
          Problem.of(
              ProblemKind.WRONG_FACTS,
              language,
              refused.problems().stream().map(found -> FieldProblem.of(found, language)).toList(),
              refused.problems().size());
      case DecisionResult.NotReleased() ->
          Problem.of(ProblemKind.NOT_RELEASED, language, environment, strategy);
      case DecisionResult.KeyReused() -> Problem.of(ProblemKind.KEY_REUSED, language);
      case DecisionResult.AnswerErased() -> Problem.of(ProblemKind.ERASED, language);
      case DecisionResult.Unrecordable unrecordable ->
          Problem.of(ProblemKind.UNRECORDABLE, language, unrecordable.reason());
      case DecisionResult.Unavailable unavailable -> Problem.of(ProblemKind.UNAVAILABLE, language);
    };
  }
}
