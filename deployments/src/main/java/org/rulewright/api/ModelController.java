package org.rulewright.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.modelregistry.ModelUpload;
import org.rulewright.modelregistry.UploadResult;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in scoring models and shows them. */
@RestController
@RequestMapping("/api/v1/models")
class ModelController {

  private final ModelRegistry models;

  ModelController(ModelRegistry models) {
    this.models = models;
  }

  /** The files are in the parts {@code file} and {@code expected}. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<byte[]> upload(@AuthenticationPrincipal ApiKey caller, HttpServletRequest http)
      throws IOException, ServletException {
    var file = http.getPart("file");
    var key = DatasetController.field(http, "key");
    if (file == null || key == null) {
      return Answers.problem(
          http, ProblemKind.WRONG_PARAMETER, file == null ? "file" : "key", "multipart/form-data");
    }
    var expectedPart = http.getPart("expected");
    if (expectedPart != null && expectedPart.getSize() > ModelUpload.MOST_EXPECTED_BYTES) {
      return Answers.problem(http, ProblemKind.WRONG_PARAMETER, "expected", "20 MB");
    }
    var upload =
        new ModelUpload(
            key,
            Optional.ofNullable(DatasetController.field(http, "name")).orElse(key),
            Optional.ofNullable(file.getSubmittedFileName()).orElse(""),
            expected(http));
    try (var content = file.getInputStream()) {
      return answer(models.upload(upload, content, caller.actor()), http);
    }
  }

  private static @Nullable String expected(HttpServletRequest http)
      throws IOException, ServletException {
    var part = http.getPart("expected");
    if (part == null) {
      return null;
    }
    try (var content = part.getInputStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ResponseEntity<byte[]> answer(UploadResult result, HttpServletRequest http) {
    return switch (result) {
      case UploadResult.Kept kept -> Answers.json(201, ModelAnswers.version(kept.version()));
      case UploadResult.Refused refused ->
          Answers.problem(
              http,
              ProblemKind.UNREADABLE_DATA,
              refused.problems().stream()
                  .map(it -> it.message(ProblemResponse.language(http)))
                  .collect(Collectors.joining("\n")));
    };
  }

  @GetMapping
  ResponseEntity<byte[]> list() {
    return Answers.ok(
        Answers.members("models", models.list().stream().map(ModelAnswers::model).toList()));
  }

  @GetMapping("/{key}")
  ResponseEntity<byte[]> find(@PathVariable String key, HttpServletRequest http) {
    return models
        .find(key)
        .map(found -> Answers.ok(ModelAnswers.model(found, models.versions(key))))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key));
  }
}
