package org.rulewright.serving;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why a request is not answered, as RFC 9457 has it; never a stack trace.
 *
 * @param code ends the problem's type and is the key of its title
 */
public record Problem(
    int status, String code, String title, String detail, List<FieldProblem> problems) {

  private static final String TYPE = "https://rulewright.org/problems/";
  private static final String BUNDLE = "org.rulewright.serving.problems";

  public Problem {
    problems = List.copyOf(problems);
  }

  /** A problem whose title and detail are in the bundle; the detail is filled with arguments. */
  public static Problem of(ProblemKind kind, Locale language, Object... arguments) {
    return of(kind, language, List.of(), arguments);
  }

  static Problem of(
      ProblemKind kind, Locale language, List<FieldProblem> problems, Object... arguments) {
    var texts =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var detail = new MessageFormat(texts.getString(kind.code() + ".detail"), language);
    return new Problem(
        kind.status(),
        kind.code(),
        texts.getString(kind.code() + ".title"),
        detail.format(arguments),
        problems);
  }

  /** The members of the problem's JSON. */
  public Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", TYPE + code);
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    if (!problems.isEmpty()) {
      members.put("problems", problems.stream().map(FieldProblem::members).toList());
    }
    return members;
  }

  public byte[] json() {
    return Json.MAPPER.writeValueAsBytes(members());
  }

  /** The response that carries the problem. */
  public ResponseEntity<byte[]> response() {
    var response =
        ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (status == ProblemKind.UNAVAILABLE.status()) {
      response.header(HttpHeaders.RETRY_AFTER, "1");
    }
    return response.body(json());
  }
}
