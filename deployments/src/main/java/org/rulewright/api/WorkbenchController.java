package org.rulewright.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Outcome;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.EngineChoice;
import org.rulewright.serving.PlainValue;
import org.rulewright.serving.ProblemKind;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a strategist try a model that is in no strategy. */
@RestController
@RequestMapping("/api/v1/workbench/models")
class WorkbenchController {

  private static final String MAIN_PART = "file";
  private static final int LARGEST_MODEL = 20 * 1024 * 1024;
  private static final int MOST_FILES = 20;

  private final Workbench workbench;

  WorkbenchController(Workbench workbench) {
    this.workbench = workbench;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<byte[]> upload(@AuthenticationPrincipal ApiKey caller, HttpServletRequest http)
      throws IOException, ServletException {
    var documents = new ArrayList<byte[]>();
    for (var name : partNames(http)) {
      var bytes = http.getPart(name).getInputStream().readNBytes(LARGEST_MODEL + 1);
      if (bytes.length > LARGEST_MODEL) {
        return Answers.problem(http, ProblemKind.TOO_LARGE, LARGEST_MODEL);
      }
      documents.add(bytes);
    }
    if (documents.isEmpty() || documents.size() > MOST_FILES) {
      return Answers.problem(
          http, ProblemKind.WRONG_PARAMETER, MAIN_PART, "multipart/form-data: file, file1, ...");
    }
    try {
      var id = workbench.add(documents, caller.actor());
      return Answers.json(201, Answers.members("id", id.toString()));
    } catch (UnreadableModelException unreadable) {
      var language = ProblemResponse.language(http);
      return Answers.problem(http, ProblemKind.UNREADABLE_MODEL, unreadable.message(language));
    }
  }

  /** The main model is in the part {@code file}, or else in the first there is. */
  private static LinkedHashSet<String> partNames(HttpServletRequest http)
      throws IOException, ServletException {
    var names = new LinkedHashSet<String>();
    if (http.getPart(MAIN_PART) != null) {
      names.add(MAIN_PART);
    }
    http.getParts().stream()
        .map(part -> part.getName())
        .filter(name -> name.startsWith(MAIN_PART))
        .forEach(names::add);
    return names;
  }

  @PostMapping(path = "/{id}/evaluate", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> evaluate(
      @PathVariable String id, @RequestBody byte[] body, HttpServletRequest http) {
    var language = ProblemResponse.language(http);
    var wanted = WorkbenchRequest.read(body);
    if (wanted.isEmpty()) {
      var example = "{\"decision\": null, \"service\": null, \"inputs\": {}, \"engine\": null}";
      return Answers.problem(http, ProblemKind.UNREADABLE, example);
    }
    var request = wanted.get();
    var engine = engine(request.engine());
    if (engine.isEmpty()) {
      return Answers.problem(http, ProblemKind.WRONG_PARAMETER, "engine", "compiled, kie, camunda");
    }
    var model = model(id);
    if (model.isEmpty()) {
      return Answers.problem(http, ProblemKind.NOT_FOUND, id);
    }
    var target = WorkbenchTarget.of(model.get(), request);
    return target
        .map(found -> evaluate(model.get(), found, request.inputs(), engine.get(), language))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, request.wanted()));
  }

  private Optional<DmnModel> model(String id) {
    try {
      return workbench.find(UUID.fromString(id));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static Optional<EngineChoice> engine(@Nullable String name) {
    if (name == null) {
      return Optional.of(EngineChoice.COMPILED);
    }
    for (var engine : EngineChoice.values()) {
      if (engine.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(engine);
      }
    }
    return Optional.empty();
  }

  private static ResponseEntity<byte[]> evaluate(
      DmnModel model,
      WorkbenchTarget target,
      Map<String, @Nullable Object> inputs,
      EngineChoice engine,
      Locale language) {
    var checked = model.facts(inputs);
    if (!checked.accepted()) {
      return answer(null, engine, checked.problems(), language);
    }
    return switch (target.evaluate(model, checked.facts(), now(), engine)) {
      case Outcome.Decided decided -> answer(decided.value(), engine, List.of(), language);
      case Outcome.Failed failed -> answer(null, engine, failed.problems(), language);
    };
  }

  private static ResponseEntity<byte[]> answer(
      @Nullable Object value, EngineChoice engine, List<Diagnostic> problems, Locale language) {
    return Answers.ok(
        Answers.members(
            "result", PlainValue.of(value),
            "engine", engine.name().toLowerCase(Locale.ROOT),
            "messages", problems.stream().map(problem -> message(problem, language)).toList()));
  }

  private static Map<String, @Nullable Object> message(Diagnostic problem, Locale language) {
    return Answers.members(
        "code", problem.code(),
        "severity", problem.severity(),
        "message", problem.message(language),
        "element", problem.place().element(),
        "cell", problem.place().cell());
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
