package org.rulewright.serving;

import java.util.List;

/** What reading the body of a request for a decision came to. */
sealed interface ReadRequest {

  record Read(DecisionRequest request) implements ReadRequest {}

  /** The body is not a JSON object. */
  record Unreadable(String why) implements ReadRequest {}

  /** The body is a JSON object, but members are wrong. */
  record Wrong(List<FieldProblem> problems) implements ReadRequest {}
}
