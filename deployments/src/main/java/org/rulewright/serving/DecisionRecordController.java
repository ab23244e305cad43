package org.rulewright.serving;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionLog;
import org.rulewright.decisionlog.DecisionQuery;
import org.rulewright.decisionlog.DecisionRecord;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds recorded decisions, opens them and makes them again. */
@RestController
class DecisionRecordController {

  private static final int LARGEST_PAGE = 500;

  private final DecisionLog log;
  private final Replays replays;
  private final Explanations explanations;

  DecisionRecordController(DecisionLog log, Replays replays, Explanations explanations) {
    this.log = log;
    this.replays = replays;
    this.explanations = explanations;
  }

  @GetMapping(path = "/api/v1/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> search(
      @RequestParam Map<String, String> parameters,
      @AuthenticationPrincipal ApiKey caller,
      HttpServletRequest http) {
    var language = language(http);
    try {
      var search = SearchParameters.read(parameters);
      if (!caller.environments().isEmpty() && !allowed(search.query(), caller)) {
        return otherEnvironment(caller, language);
      }
      var page = log.search(search.query(), search.after(), search.limit());
      return ok(RecordJson.page(page));
    } catch (WrongParameterException wrong) {
      return Problem.of(
              ProblemKind.WRONG_PARAMETER, language, wrong.parameter(), wrong.expected(language))
          .response();
    }
  }

  @GetMapping(path = "/api/v1/decisions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> open(
      @PathVariable String id, @AuthenticationPrincipal ApiKey caller, HttpServletRequest http) {
    var language = language(http);
    return view(id, caller)
        .map(record -> ok(RecordJson.record(record)))
        .orElseGet(() -> Problem.of(ProblemKind.NOT_FOUND, language, id).response());
  }

  @PostMapping(path = "/api/v1/decisions/{id}:replay", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> replay(
      @PathVariable String id,
      @RequestBody(required = false) byte @Nullable [] body,
      @AuthenticationPrincipal ApiKey caller,
      HttpServletRequest http) {
    var language = language(http);
    var wanted = ReplayRequest.read(body);
    if (wanted.isEmpty()) {
      return Problem.of(ProblemKind.UNREADABLE, language, "{\"release\": \"...\"}").response();
    }
    var found = view(id, caller);
    if (found.isEmpty()) {
      return Problem.of(ProblemKind.NOT_FOUND, language, id).response();
    }
    var record = found.get();
    if (record.erased()) {
      return Problem.of(ProblemKind.ERASED, language).response();
    }
    var digest = wanted.get().release().orElse(record.summary().place().releaseDigest());
    return replays
        .replay(record, digest)
        .map(replay -> ok(members(record, replay)))
        .orElseGet(() -> Problem.of(ProblemKind.NOT_FOUND, language, digest).response());
  }

  @PostMapping(path = "/api/v1/decisions/{id}:explain", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> explain(
      @PathVariable String id, @AuthenticationPrincipal ApiKey caller, HttpServletRequest http) {
    var language = language(http);
    var found = view(id, caller);
    if (found.isEmpty()) {
      return Problem.of(ProblemKind.NOT_FOUND, language, id).response();
    }
    if (found.get().erased()) {
      return Problem.of(ProblemKind.ERASED, language).response();
    }
    return explanations
        .of(found.get())
        .map(explanation -> ok(ExplanationJson.of(id, explanation, language)))
        .orElseGet(() ->
            Problem.of(
                    ProblemKind.NOT_FOUND, language, found.get().summary().place().releaseDigest())
                .response());
  }

  /** A decision in an environment the key may not see is not there for it. */
  private Optional<DecisionRecord> view(String id, ApiKey caller) {
    var decision = DecisionId.parse(id);
    if (decision.isEmpty()) {
      return Optional.empty();
    }
    if (caller.environments().isEmpty()) {
      return log.view(decision.get(), caller.actor());
    }
    return log.find(decision.get())
        .filter(record -> caller.allows(record.summary().place().environment()))
        .flatMap(record -> log.view(decision.get(), caller.actor()));
  }

  private static boolean allowed(DecisionQuery query, ApiKey caller) {
    return query.environment() != null && caller.allows(query.environment());
  }

  private static ResponseEntity<byte[]> otherEnvironment(ApiKey caller, Locale language) {
    var allowed = String.join(", ", caller.environments().stream().sorted().toList());
    return Problem.of(ProblemKind.OTHER_ENVIRONMENT, language, allowed).response();
  }

  private static Map<String, @Nullable Object> members(DecisionRecord record, Replay replay) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("id", record.summary().id().toString());
    members.put("release", replay.release());
    members.put("identical", replay.identical());
    members.put("differences", replay.differences());
    members.put("outputs", replay.outputs());
    members.put("reasons", replay.reasons());
    members.put("scores", replay.scores().stream().map(RecordJson::check).toList());
    return members;
  }

  private static Locale language(HttpServletRequest http) {
    return AnswerLanguage.of(http.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private static ResponseEntity<byte[]> ok(Map<String, ? extends @Nullable Object> members) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(Json.MAPPER.writeValueAsBytes(members));
  }

  /** The parameters of a search. */
  private record SearchParameters(DecisionQuery query, @Nullable DecisionId after, int limit) {

    static SearchParameters read(Map<String, String> given) throws WrongParameterException {
      var query =
          new DecisionQuery(
              given.get("subject"),
              moment("from", given),
              moment("to", given),
              given.get("verdict"),
              given.get("reason"),
              given.get("release"),
              given.get("environment"),
              given.get("strategy"),
              given.get("channel"),
              given.get("reference"));
      return new SearchParameters(query, cursor(given.get("cursor")), limit(given.get("limit")));
    }

    private static @Nullable Instant moment(String name, Map<String, String> given)
        throws WrongParameterException {
      var text = given.get(name);
      if (text == null) {
        return null;
      }
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException malformed) {
        throw new WrongParameterException(
            name,
            "应为带时区的时间，如 2026-11-23T09:30:00Z",
            "a time with offset, such as 2026-11-23T09:30:00Z");
      }
    }

    private static @Nullable DecisionId cursor(@Nullable String text)
        throws WrongParameterException {
      if (text == null) {
        return null;
      }
      return DecisionId.parse(text)
          .orElseThrow(() ->
              new WrongParameterException(
                  "cursor", "应为上一页的 next", "the `next` of the page before"));
    }

    private static int limit(@Nullable String text) throws WrongParameterException {
      if (text == null) {
        return 50;
      }
      if (text.matches("\\d{1,4}")) {
        int limit = Integer.parseInt(text);
        if (limit >= 1 && limit <= LARGEST_PAGE) {
          return limit;
        }
      }
      throw new WrongParameterException("limit", "应为 1 至 500", "a number from 1 to 500");
    }
  }
}
