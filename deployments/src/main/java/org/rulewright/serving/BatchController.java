package org.rulewright.serving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Answers a stream of requests for decisions, line by line. */
@RestController
class BatchController {

  private static final Logger LOG = LoggerFactory.getLogger(BatchController.class);

  private final DecisionService decisions;

  BatchController(DecisionService decisions) {
    this.decisions = decisions;
  }

  @PostMapping(
      path = "/api/v1/environments/{environment}/strategies/{key}/decisions:batch",
      consumes = {MediaType.APPLICATION_NDJSON_VALUE, "application/jsonl", "text/plain"})
  void decide(
      @PathVariable String environment,
      @PathVariable String key,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
      @AuthenticationPrincipal ApiKey caller,
      HttpServletRequest http,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    var language = AnswerLanguage.of(http.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    var refusal = DecisionController.refusal(environment, key, idempotencyKey, caller, language);
    if (refusal.isPresent()) {
      response.setStatus(refusal.get().status());
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      response.getOutputStream().write(refusal.get().json());
      return;
    }
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
    var order = new BatchRun.Order(environment, key, caller, language, idempotencyKey);
    try (var answers = new AnswerSpool()) {
      var out = response.getOutputStream();
      // Reading goes on while answers are written: neither side may wait for the other.
      var writer = Thread.ofVirtual().name("batch-answers").start(() -> write(answers, out));
      try {
        new BatchRun(decisions, order, answers).run(http.getInputStream());
      } finally {
        answers.end();
        writer.join();
      }
    }
  }

  private static void write(AnswerSpool answers, OutputStream out) {
    try {
      for (var answer = answers.take(); answer != null; answer = answers.take()) {
        out.write(answer);
        if (!answers.ready()) {
          out.flush();
        }
      }
    } catch (IOException gone) {
      LOG.debug("the caller of a batch is gone", gone);
      answers.abandon();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      answers.abandon();
    }
  }
}
