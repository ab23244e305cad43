package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.job.Job;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;
import org.rulewright.serving.Json;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows background jobs and stops them. */
@RestController
class JobController {

  private final Jobs jobs;

  JobController(Jobs jobs) {
    this.jobs = jobs;
  }

  @GetMapping("/api/v1/jobs/{id}")
  ResponseEntity<byte[]> find(@PathVariable String id, HttpServletRequest http) {
    return job(id)
        .map(found -> Answers.ok(json(found)))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, id));
  }

  @PostMapping("/api/v1/jobs/{id}:cancel")
  ResponseEntity<byte[]> cancel(
      @PathVariable String id, @AuthenticationPrincipal ApiKey caller, HttpServletRequest http) {
    var found = job(id);
    if (found.isEmpty()) {
      return Answers.problem(http, ProblemKind.NOT_FOUND, id);
    }
    // One that has ended meanwhile is told by its state.
    jobs.cancel(found.get().id(), caller.actor());
    return Answers.json(202, json(job(id).orElseThrow()));
  }

  private Optional<Job> job(String id) {
    try {
      return jobs.find(new JobId(UUID.fromString(id)));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  static Map<String, @Nullable Object> json(Job job) {
    var result = job.result();
    return Answers.members(
        "id", job.id().toString(),
        "kind", job.kind(),
        "title", job.title(),
        "state", job.state(),
        "progress", job.progress(),
        "done", job.done(),
        "total", job.total(),
        "message", job.message(),
        "result", result == null ? null : Json.MAPPER.readTree(result),
        "error", job.error(),
        "submittedBy", StrategyController.json(job.submittedBy()),
        "submittedAt", job.submittedAt(),
        "startedAt", job.startedAt(),
        "finishedAt", job.finishedAt());
  }
}
