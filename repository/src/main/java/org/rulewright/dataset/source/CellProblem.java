package org.rulewright.dataset.source;

import java.util.Locale;

/** Why one cell or one row cannot be kept. */
public enum CellProblem {
  NOT_A_NUMBER,
  TOO_MANY_DIGITS,
  NOT_A_BOOLEAN,
  NOT_A_DATE,
  /** Day and month could be exchanged and the column does not say which comes first. */
  AMBIGUOUS_DATE,
  NO_SUCH_DAY,
  HAS_TIME,
  NOT_A_DATE_TIME,
  /** Bytes that are no character of the chosen encoding. */
  NOT_IN_ENCODING,
  TOO_FEW_FIELDS,
  TOO_MANY_FIELDS;

  /** The sentence shown beside the value. */
  public String message(Locale locale) {
    return Wording.of(locale).text("cell." + this);
  }
}
