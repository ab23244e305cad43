package org.rulewright.access;

/** Why a change of users, roles or keys was refused. */
public enum AccessRefusal {
  /** Only an administrator who is signed in may do this. */
  NOT_ALLOWED,
  UNKNOWN_USER,
  UNKNOWN_KEY,
  /** 2 to 64 letters, digits, dots, dashes, underscores or at signs. */
  LOGIN_MALFORMED,
  LOGIN_TAKEN,
  /** 1 to 100 characters, none of them a control character. */
  NAME_MALFORMED,
  /** Fewer than 12 characters. */
  PASSWORD_TOO_SHORT,
  /** More than 256 characters. */
  PASSWORD_TOO_LONG,
  /** One of those everybody tries first. */
  PASSWORD_COMMON,
  /** Holds the login or the name. */
  PASSWORD_PERSONAL,
  /** The current password given is not right. */
  WRONG_PASSWORD,
  /** Nobody grants a role to themselves. */
  OWN_ROLES,
  /** There must stay one who can grant roles. */
  LAST_ADMINISTRATOR,
  /** Keys are never governor or administrator. */
  ROLE_NOT_FOR_KEYS,
  /** A key needs at least one role. */
  NO_ROLE,
  /** The one-time code of the first start is wrong or used. */
  WRONG_CODE,
  /** Too many tries; wait. */
  THROTTLED
}
