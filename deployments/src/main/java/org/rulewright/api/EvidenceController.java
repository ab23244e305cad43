package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Optional;
import org.rulewright.access.ApiKey;
import org.rulewright.asset.StrategyKey;
import org.rulewright.evidence.Evidence;
import org.rulewright.evidence.Examinations;
import org.rulewright.release.EngineVersion;
import org.rulewright.serving.Json;
import org.rulewright.serving.ProblemKind;
import org.rulewright.version.Version;
import org.rulewright.version.Versions;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has versions examined against the reference engines, and shows what was found. */
@RestController
@RequestMapping("/api/v1/strategies/{key}/versions/{number}/evidence")
class EvidenceController {

  private final Versions versions;
  private final Examinations examinations;

  EvidenceController(Versions versions, Examinations examinations) {
    this.versions = versions;
    this.examinations = examinations;
  }

  @PostMapping
  ResponseEntity<byte[]> examine(
      @PathVariable String key,
      @PathVariable int number,
      @AuthenticationPrincipal ApiKey caller,
      HttpServletRequest http) {
    return version(key, number)
        .map(found -> examinations.submit(found, EngineVersion.CURRENT, caller.actor()))
        .map(job -> Answers.json(202, Answers.members("job", job.toString())))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key + " " + number));
  }

  @GetMapping
  ResponseEntity<byte[]> newest(
      @PathVariable String key, @PathVariable int number, HttpServletRequest http) {
    return version(key, number)
        .flatMap(found -> examinations.newest(found.id()))
        .map(this::answer)
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key + " " + number));
  }

  private ResponseEntity<byte[]> answer(Evidence evidence) {
    return Answers.ok(
        Answers.members(
            "evidence", Json.MAPPER.readTree(evidence.document()),
            "document", evidence.document(),
            "signature", Base64.getEncoder().encodeToString(evidence.signature()),
            "signingKey", evidence.signingKey(),
            "verified", examinations.verify(evidence),
            "madeBy", evidence.madeBy(),
            "madeAt", evidence.madeAt()));
  }

  private Optional<Version> version(String key, int number) {
    return StrategyKey.parse(key).flatMap(found -> versions.find(found, number));
  }
}
