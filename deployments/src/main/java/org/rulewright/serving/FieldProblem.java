package org.rulewright.serving;

import java.util.Locale;
import java.util.Map;
import org.rulewright.decision.Diagnostic;

/**
 * One thing that is wrong in a request.
 *
 * @param pointer where, as a JSON pointer into the body
 */
public record FieldProblem(String pointer, String code, String message) {

  static FieldProblem of(Diagnostic diagnostic, Locale language) {
    var fact = diagnostic.place().element();
    var pointer = fact == null ? "/facts" : "/facts/" + escaped(fact);
    return new FieldProblem(pointer, diagnostic.code(), diagnostic.message(language));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  Map<String, Object> members() {
    return Map.of("pointer", pointer, "code", code, "message", message);
  }
}
