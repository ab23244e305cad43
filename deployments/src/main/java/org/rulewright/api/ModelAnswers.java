package org.rulewright.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.model.ModelSignature;
import org.rulewright.modelregistry.ModelVersion;
import org.rulewright.modelregistry.RegisteredModel;

/** Scoring models as the public API shows them. */
final class ModelAnswers {

  private ModelAnswers() {}

  static Map<String, @Nullable Object> model(RegisteredModel model) {
    return Answers.members(
        "key", model.key(),
        "name", model.name(),
        "createdBy", model.createdByName(),
        "createdAt", model.createdAt(),
        "version", version(model.current()));
  }

  static Map<String, @Nullable Object> model(RegisteredModel model, List<ModelVersion> versions) {
    var answer = model(model);
    answer.put("versions", versions.stream().map(ModelAnswers::version).toList());
    return answer;
  }

  static Map<String, @Nullable Object> version(ModelVersion version) {
    var test = version.selfTest();
    return Answers.members(
        "number",
        version.number(),
        "digest",
        version.digest().hex(),
        "format",
        version.format(),
        "bytes",
        version.bytes(),
        "file",
        version.fileName(),
        "inputs",
        inputs(version.signature()),
        "outputs",
        version.signature().outputs().stream()
            .map(it -> Answers.members("name", it.name(), "type", it.type()))
            .toList(),
        "selfTest",
        test == null
            ? null
            : Answers.members(
                "rows",
                test.rows(),
                "compared",
                test.compared(),
                "largestDifference",
                test.largest()),
        "uploadedBy",
        version.uploadedByName(),
        "uploadedAt",
        version.uploadedAt());
  }

  private static List<Map<String, @Nullable Object>> inputs(ModelSignature signature) {
    return signature.inputs().stream()
        .map(it ->
            Answers.members(
                "name",
                it.name(),
                "type",
                it.type(),
                "optional",
                it.optional(),
                "allowed",
                it.allowed()))
        .toList();
  }
}
