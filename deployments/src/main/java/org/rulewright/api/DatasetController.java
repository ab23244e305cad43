package org.rulewright.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.DatasetId;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.OutcomeResult;
import org.rulewright.dataset.snapshot.RowQuery;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in data sets and shows them. */
@RestController
@RequestMapping("/api/v1/datasets")
class DatasetController {

  private static final int LONGEST_FIELD = 100_000;

  private final Datasets datasets;
  private final DatasetRows rows;
  private final DatasetImports imports;

  DatasetController(Datasets datasets, DatasetRows rows, DatasetImports imports) {
    this.datasets = datasets;
    this.rows = rows;
    this.imports = imports;
  }

  /** The file is in the part {@code file}; the other fields are parts of their own. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<byte[]> upload(@AuthenticationPrincipal ApiKey caller, HttpServletRequest http)
      throws IOException, ServletException {
    var file = http.getPart("file");
    if (file == null) {
      return Answers.problem(http, ProblemKind.WRONG_PARAMETER, "file", "multipart/form-data");
    }
    var order =
        new DatasetImports.Order(
            field(http, "key"),
            field(http, "name"),
            field(http, "description"),
            Optional.ofNullable(file.getSubmittedFileName()).orElse("file.csv"),
            field(http, "policy"),
            field(http, "options"));
    try (var content = file.getInputStream()) {
      return answer(imports.begin(order, content, caller.actor()), http);
    }
  }

  /** The body is the file, chunked or not; the other fields are parameters. */
  @PostMapping(
      consumes = {"text/csv", "application/gzip", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  ResponseEntity<byte[]> stream(
      @RequestParam Map<String, String> fields,
      @AuthenticationPrincipal ApiKey caller,
      HttpServletRequest http)
      throws IOException {
    var order =
        new DatasetImports.Order(
            fields.get("key"),
            fields.get("name"),
            fields.get("description"),
            fields.getOrDefault("fileName", "file.csv"),
            fields.get("policy"),
            fields.get("options"));
    InputStream content = http.getInputStream();
    return answer(imports.begin(order, content, caller.actor()), http);
  }

  private static ResponseEntity<byte[]> answer(
      DatasetImports.Result result, HttpServletRequest http) {
    var language = ProblemResponse.language(http);
    return switch (result) {
      case DatasetImports.Result.Begun begun ->
          Answers.json(
              202,
              Answers.members(
                  "id", begun.dataset().id().toString(),
                  "key", begun.dataset().key(),
                  "job", begun.job().toString()));
      case DatasetImports.Result.WrongField wrong ->
          Answers.problem(http, ProblemKind.WRONG_PARAMETER, wrong.field(), wrong.expected());
      case DatasetImports.Result.Unreadable unreadable ->
          Answers.problem(
              http, ProblemKind.UNREADABLE_DATA, unreadable.problem().message(language));
      case DatasetImports.Result.KeyTaken taken ->
          Answers.problem(http, ProblemKind.CONFLICT, taken.key());
    };
  }

  @GetMapping
  ResponseEntity<byte[]> list() {
    return Answers.ok(
        Answers.members(
            "datasets", datasets.list(false).stream().map(DatasetAnswers::dataset).toList()));
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> find(@PathVariable String id, HttpServletRequest http) {
    return dataset(id)
        .map(found -> Answers.ok(DatasetAnswers.dataset(found)))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, id));
  }

  @GetMapping("/{id}/rows")
  ResponseEntity<byte[]> rows(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "100") int limit,
      HttpServletRequest http) {
    if (offset < 0 || limit < 0 || limit > RowQuery.MOST) {
      return Answers.problem(http, ProblemKind.WRONG_PARAMETER, "limit", "0-" + RowQuery.MOST);
    }
    var found = dataset(id);
    if (found.isEmpty() || found.get().current() == null) {
      return Answers.problem(http, ProblemKind.NOT_FOUND, id);
    }
    return Answers.ok(
        DatasetAnswers.page(rows.page(found.get().current(), RowQuery.page(offset, limit))));
  }

  /** Says which values of which column count as bad. */
  @PostMapping(path = "/{id}/outcome", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> outcome(
      @PathVariable String id,
      @RequestBody byte[] body,
      @AuthenticationPrincipal ApiKey caller,
      HttpServletRequest http) {
    var definition = OutcomeRequest.read(body);
    if (definition.isEmpty()) {
      return Answers.problem(http, ProblemKind.UNREADABLE, OutcomeRequest.EXAMPLE);
    }
    var found = dataset(id);
    if (found.isEmpty()) {
      return Answers.problem(http, ProblemKind.NOT_FOUND, id);
    }
    return switch (datasets.defineOutcome(found.get().id(), definition.get(), caller.actor())) {
      case OutcomeResult.Defined defined -> Answers.ok(DatasetAnswers.outcome(defined.outcome()));
      case OutcomeResult.UnknownColumn unknown ->
          Answers.problem(http, ProblemKind.NOT_FOUND, unknown.column());
    };
  }

  private Optional<Dataset> dataset(String id) {
    return find(datasets, id);
  }

  /** By id or by key. */
  static Optional<Dataset> find(Datasets datasets, String id) {
    try {
      return datasets.find(new DatasetId(UUID.fromString(id)));
    } catch (IllegalArgumentException notAnId) {
      return datasets.find(id);
    }
  }

  static @Nullable String field(HttpServletRequest http, String name)
      throws IOException, ServletException {
    Part part = http.getPart(name);
    return part == null
        ? null
        : new String(part.getInputStream().readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
  }
}
