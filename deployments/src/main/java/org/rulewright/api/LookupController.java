package org.rulewright.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rulewright.access.ApiKey;
import org.rulewright.lookuptable.LookupRowPage;
import org.rulewright.lookuptable.LookupVersion;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in look-up tables and shows them. */
@RestController
@RequestMapping("/api/v1/lookups")
class LookupController {

  private final Lookups lookups;
  private final LookupImports imports;

  LookupController(Lookups lookups, LookupImports imports) {
    this.lookups = lookups;
    this.imports = imports;
  }

  /** The file is in the part {@code file}; the other fields are parts of their own. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<byte[]> upload(@AuthenticationPrincipal ApiKey caller, HttpServletRequest http)
      throws IOException, ServletException {
    var file = http.getPart("file");
    var key = DatasetController.field(http, "key");
    if (file == null || key == null) {
      return Answers.problem(
          http, ProblemKind.WRONG_PARAMETER, file == null ? "file" : "key", "multipart/form-data");
    }
    var order =
        new LookupImports.Order(
            key,
            Optional.ofNullable(DatasetController.field(http, "name")).orElse(key),
            Optional.ofNullable(file.getSubmittedFileName()).orElse("file.csv"),
            LookupImports.columns(DatasetController.field(http, "keys")),
            DatasetController.field(http, "validFrom"),
            DatasetController.field(http, "validTo"),
            DatasetController.field(http, "policy"),
            DatasetController.field(http, "options"));
    try (var content = file.getInputStream()) {
      return answer(imports.begin(order, content, caller.actor()), http);
    }
  }

  private static ResponseEntity<byte[]> answer(
      LookupImports.Result result, HttpServletRequest http) {
    var language = ProblemResponse.language(http);
    return switch (result) {
      case LookupImports.Result.Begun begun ->
          Answers.json(202, Answers.members("key", begun.key(), "job", begun.job().toString()));
      case LookupImports.Result.WrongField wrong ->
          Answers.problem(http, ProblemKind.WRONG_PARAMETER, wrong.field(), wrong.expected());
      case LookupImports.Result.Unreadable unreadable ->
          Answers.problem(
              http, ProblemKind.UNREADABLE_DATA, unreadable.problem().message(language));
      case LookupImports.Result.Refused refused ->
          Answers.problem(http, ProblemKind.UNREADABLE_DATA, refused.refusal().message(language));
    };
  }

  @GetMapping
  ResponseEntity<byte[]> list() {
    return Answers.ok(
        Answers.members("lookups", lookups.list().stream().map(LookupAnswers::lookup).toList()));
  }

  @GetMapping("/{key}")
  ResponseEntity<byte[]> find(@PathVariable String key, HttpServletRequest http) {
    return lookups
        .find(key)
        .map(found -> Answers.ok(LookupAnswers.lookup(found)))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key));
  }

  @GetMapping("/{key}/versions")
  ResponseEntity<byte[]> versions(@PathVariable String key, HttpServletRequest http) {
    List<LookupVersion> versions = lookups.versions(key);
    return versions.isEmpty()
        ? Answers.problem(http, ProblemKind.NOT_FOUND, key)
        : Answers.ok(
            Answers.members("versions", versions.stream().map(LookupAnswers::version).toList()));
  }

  @GetMapping("/{key}/versions/{number}/rows")
  ResponseEntity<byte[]> rows(
      @PathVariable String key,
      @PathVariable int number,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit,
      HttpServletRequest http) {
    if (offset < 0 || limit < 0 || limit > LookupRowPage.MOST) {
      return Answers.problem(http, ProblemKind.WRONG_PARAMETER, "limit", "0-" + LookupRowPage.MOST);
    }
    return lookups
        .version(key, number)
        .map(it -> Answers.ok(LookupAnswers.page(lookups.rows(it, offset, limit))))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key + " " + number));
  }
}
