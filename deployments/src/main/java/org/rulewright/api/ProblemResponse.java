package org.rulewright.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.rulewright.serving.AnswerLanguage;
import org.rulewright.serving.Problem;
import org.rulewright.serving.ProblemKind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Writes problems where no controller was reached. */
final class ProblemResponse {

  private ProblemResponse() {}

  static void notSignedIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Rulewright\"");
    write(request, response, ProblemKind.NOT_SIGNED_IN);
  }

  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      ProblemKind kind,
      Object... arguments)
      throws IOException {
    var problem = Problem.of(kind, language(request), arguments);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (kind == ProblemKind.UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
    }
    response.getOutputStream().write(problem.json());
  }

  static Locale language(HttpServletRequest request) {
    return AnswerLanguage.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
