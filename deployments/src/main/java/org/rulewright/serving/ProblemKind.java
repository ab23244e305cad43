package org.rulewright.serving;

/** The problems a caller can meet, with the status and the code that callers may rely on. */
public enum ProblemKind {
  UNREADABLE(400, "unreadable"),
  WRONG_PARAMETER(400, "wrong-parameter"),
  NOT_SIGNED_IN(401, "not-signed-in"),
  NOT_ALLOWED(403, "not-allowed"),
  OTHER_ENVIRONMENT(403, "other-environment"),
  NOT_FOUND(404, "not-found"),
  NOT_RELEASED(404, "not-released"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed"),
  NOT_ACCEPTABLE(406, "not-acceptable"),
  KEY_REUSED(409, "key-reused"),
  CONFLICT(409, "conflict"),
  NO_ROWS(409, "no-rows"),
  ERASED(410, "erased"),
  TOO_LARGE(413, "too-large"),
  WRONG_MEDIA_TYPE(415, "wrong-media-type"),
  WRONG_FACTS(422, "wrong-facts"),
  WRONG_REQUEST(422, "wrong-request"),
  UNREADABLE_MODEL(422, "unreadable-model"),
  UNREADABLE_DATA(422, "unreadable-data"),
  WRONG_SQL(422, "wrong-sql"),
  NO_COLUMN(422, "no-column"),
  NO_FEATURE(422, "no-feature"),
  UNRECORDABLE(422, "unrecordable"),
  TOO_MANY(429, "too-many"),
  FAILED(500, "failed"),
  UNAVAILABLE(503, "unavailable");

  private final int status;
  private final String code;

  ProblemKind(int status, String code) {
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
