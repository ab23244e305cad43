package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.dataset.Datasets;
import org.rulewright.serving.ProblemKind;
import org.rulewright.simulation.ListedRow;
import org.rulewright.simulation.PortfolioRequest;
import org.rulewright.simulation.PortfolioRun;
import org.rulewright.simulation.PortfolioRunId;
import org.rulewright.simulation.PortfolioRuns;
import org.rulewright.simulation.PortfolioSubmission;
import org.rulewright.simulation.PortfolioSummary;
import org.rulewright.simulation.RowSelection;
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

/** Starts portfolio runs and tells their figures and rows. */
@RestController
@RequestMapping("/api/v1/portfolio-runs")
class PortfolioRunController {
  private static final int MOST_ROWS = 10_000;

  private final PortfolioRuns runs;
  private final Datasets datasets;

  PortfolioRunController(PortfolioRuns runs, Datasets datasets) {
    this.runs = runs;
    this.datasets = datasets;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> start(
      @RequestBody byte[] body, @AuthenticationPrincipal ApiKey caller, HttpServletRequest http) {
    var read = PortfolioRunRequest.read(body);
    if (read.isEmpty()) {
      return Answers.problem(http, ProblemKind.UNREADABLE, PortfolioRunRequest.EXAMPLE);
    }
    var request = read.get();
    var wrong = request.problem();
    if (wrong.isPresent()) {
      return Answers.problem(
          http, ProblemKind.WRONG_PARAMETER, wrong.get().member(), wrong.get().expected());
    }
    if (!mayUse(caller, String.valueOf(request.environment()))) {
      return Answers.problem(
          http, ProblemKind.OTHER_ENVIRONMENT, String.join(", ", caller.environments()));
    }
    var key = String.valueOf(request.dataset());
    return DatasetController.find(datasets, key)
        .map(request::on)
        .map(wanted -> answer(wanted, key, runs.submit(wanted, caller.actor()), http))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, key));
  }

  private static ResponseEntity<byte[]> answer(
      PortfolioRequest wanted,
      String dataset,
      PortfolioSubmission submission,
      HttpServletRequest http) {
    return switch (submission) {
      case PortfolioSubmission.Accepted accepted ->
          Answers.json(
              202,
              Answers.members("id", accepted.run().toString(), "job", accepted.job().toString()));
      case PortfolioSubmission.Refused refused ->
          switch (refused.why()) {
            case NOT_RELEASED ->
                Answers.problem(
                    http,
                    ProblemKind.NOT_RELEASED,
                    wanted.environment(),
                    wanted.strategy().value());
            case NO_DATASET -> Answers.problem(http, ProblemKind.NOT_FOUND, dataset);
            case NO_SNAPSHOT -> Answers.problem(http, ProblemKind.NO_ROWS, dataset);
            case NO_SUBJECT_COLUMN ->
                Answers.problem(http, ProblemKind.NO_COLUMN, dataset, wanted.subjectColumn());
            case NO_FEATURE ->
                Answers.problem(http, ProblemKind.NO_FEATURE, dataset, wanted.strategy().value());
          };
    };
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> find(
      @PathVariable String id, @AuthenticationPrincipal ApiKey caller, HttpServletRequest http) {
    return run(id, caller)
        .map(found -> Answers.ok(json(found, runs.summary(found.id()))))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, id));
  }

  @GetMapping("/{id}/rows")
  ResponseEntity<byte[]> rows(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "1000") int limit,
      @RequestParam(required = false) @Nullable String verdict,
      @RequestParam(required = false) @Nullable String grade,
      @AuthenticationPrincipal ApiKey caller,
      HttpServletRequest http) {
    if (offset < 0) {
      return Answers.problem(http, ProblemKind.WRONG_PARAMETER, "offset", ">= 0");
    }
    if (limit < 1 || limit > MOST_ROWS) {
      return Answers.problem(http, ProblemKind.WRONG_PARAMETER, "limit", "1-" + MOST_ROWS);
    }
    return run(id, caller)
        .map(found -> runs.rows(found, new RowSelection(verdict, grade, null), offset, limit))
        .map(rows ->
            Answers.ok(
                Answers.members("rows", rows.stream().map(PortfolioRunController::json).toList())))
        .orElseGet(() -> Answers.problem(http, ProblemKind.NOT_FOUND, id));
  }

  /** A run of an environment the key may not use is as if it were not there. */
  private Optional<PortfolioRun> run(String id, ApiKey caller) {
    return PortfolioRunId.parse(id)
        .flatMap(runs::find)
        .filter(found -> mayUse(caller, found.environment()));
  }

  private static boolean mayUse(ApiKey caller, String environment) {
    return caller.environments().isEmpty() || caller.environments().contains(environment);
  }

  private static Map<String, @Nullable Object> json(PortfolioRun run, PortfolioSummary summary) {
    return Answers.members(
        "id", run.id().toString(),
        "job", run.job().toString(),
        "environment", run.environment(),
        "strategy", run.strategy().value(),
        "release", run.releaseDigest(),
        "snapshot", run.snapshotDigest(),
        "startedAt", run.startedAt(),
        "finishedAt", run.finishedAt(),
        "budget", run.budget(),
        "summary", summary);
  }

  private static Map<String, @Nullable Object> json(ListedRow listed) {
    var row = listed.row();
    return Answers.members(
        "row", row.number(),
        "subject", listed.subject(),
        "decision", row.decision() == null ? null : row.decision().toString(),
        "verdict", row.verdict(),
        "grade", row.grade(),
        "score", row.score(),
        "amount", row.amount(),
        "rate", row.rate(),
        "reasonCodes", row.reasonCodes(),
        "problem", row.problem(),
        "bad", row.bad(),
        "allotment", listed.allotment(),
        "granted", listed.granted(),
        "expectedProfit", listed.expectedProfit());
  }
}
