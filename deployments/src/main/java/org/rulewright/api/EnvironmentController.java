package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.environment.Environments;
import org.rulewright.release.ReleaseEvent;
import org.rulewright.release.Releases;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what was active in an environment at a moment. */
@RestController
class EnvironmentController {

  private final Environments environments;
  private final Releases releases;

  EnvironmentController(Environments environments, Releases releases) {
    this.environments = environments;
    this.releases = releases;
  }

  @GetMapping("/api/v1/environments/{environment}/history")
  ResponseEntity<byte[]> history(
      @PathVariable String environment,
      @RequestParam(required = false) @Nullable String at,
      @AuthenticationPrincipal ApiKey caller,
      HttpServletRequest http) {
    if (!caller.allows(environment)) {
      var allowed = String.join(", ", caller.environments().stream().sorted().toList());
      return Answers.problem(http, ProblemKind.OTHER_ENVIRONMENT, allowed);
    }
    if (environments.find(environment).isEmpty()) {
      return Answers.problem(http, ProblemKind.NOT_FOUND, environment);
    }
    try {
      var moment = at == null ? Instant.now() : OffsetDateTime.parse(at).toInstant();
      var active = releases.at(environment, moment).stream().map(EnvironmentController::json);
      return Answers.ok(
          Answers.members(
              "environment", environment, "at", moment.toString(), "active", active.toList()));
    } catch (DateTimeException malformed) {
      return Answers.problem(http, ProblemKind.WRONG_PARAMETER, "at", "2026-11-23T09:30:00Z");
    }
  }

  private static Map<String, @Nullable Object> json(ReleaseEvent event) {
    return Answers.members(
        "strategy", event.strategy().value(),
        "kind", event.kind(),
        "release", event.digest(),
        "version", event.versionNumber(),
        "epoch", event.epoch(),
        "by", StrategyController.json(event.by()),
        "since", event.at());
  }
}
