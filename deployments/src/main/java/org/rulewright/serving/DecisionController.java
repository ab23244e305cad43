package org.rulewright.serving;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decisionlog.IdempotencyClaim;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers one request for a decision. */
@RestController
class DecisionController {

  static final int LARGEST_BODY = 1 << 20;
  private static final int LONGEST_KEY = 200;

  private final DecisionService decisions;

  DecisionController(DecisionService decisions) {
    this.decisions = decisions;
  }

  @PostMapping(
      path = "/api/v1/environments/{environment}/strategies/{key}/decisions",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> decide(
      @PathVariable String environment,
      @PathVariable String key,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
      @AuthenticationPrincipal ApiKey caller,
      HttpServletRequest http)
      throws IOException {
    long arrival = System.nanoTime();
    var language = AnswerLanguage.of(http.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    var refusal = refusal(environment, key, idempotencyKey, caller, language);
    if (refusal.isPresent()) {
      return refusal.get().response();
    }
    var body = http.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return Problem.of(ProblemKind.TOO_LARGE, language, LARGEST_BODY).response();
    }
    var claim = claim(caller, environment, key, idempotencyKey, body);
    return switch (RequestReader.read(body, language)) {
      case ReadRequest.Unreadable unreadable ->
          Problem.of(ProblemKind.UNREADABLE, language, unreadable.why()).response();
      case ReadRequest.Wrong wrong -> wrong(wrong, language).response();
      case ReadRequest.Read read ->
          response(
              decisions.decide(
                  environment,
                  new StrategyKey(key),
                  read.request(),
                  new Caller(caller.actor(), language, claim, arrival)),
              environment,
              key,
              language);
    };
  }

  static Problem wrong(ReadRequest.Wrong wrong, Locale language) {
    return Problem.of(
        ProblemKind.WRONG_REQUEST, language, wrong.problems(), wrong.problems().size());
  }

  /** What forbids the request before its body is read. */
  static Optional<Problem> refusal(
      String environment,
      String key,
      @Nullable String idempotencyKey,
      ApiKey caller,
      Locale language) {
    if (!caller.allows(environment)) {
      var allowed = String.join(", ", caller.environments().stream().sorted().toList());
      return Optional.of(Problem.of(ProblemKind.OTHER_ENVIRONMENT, language, allowed));
    }
    if (StrategyKey.parse(key).isEmpty()) {
      return Optional.of(Problem.of(ProblemKind.NOT_RELEASED, language, environment, key));
    }
    if (idempotencyKey != null
        && (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY)) {
      var why = "1-" + LONGEST_KEY;
      return Optional.of(Problem.of(ProblemKind.WRONG_PARAMETER, language, "Idempotency-Key", why));
    }
    return Optional.empty();
  }

  static @Nullable IdempotencyClaim claim(
      ApiKey caller, String environment, String key, @Nullable String idempotencyKey, byte[] body) {
    return idempotencyKey == null
        ? null
        : IdempotencyClaim.of(
            caller.id().toString(), environment + "/" + key, idempotencyKey, body);
  }

  private static ResponseEntity<byte[]> response(
      DecisionResult result, String environment, String key, Locale language) {
    if (result instanceof DecisionResult.Answered answered) {
      return ResponseEntity.ok()
          .contentType(MediaType.APPLICATION_JSON)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
          .body(AnswerWriter.json(answered.answer()));
    }
    return AnswerWriter.problem(result, environment, key, language).response();
  }
}
