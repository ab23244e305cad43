package org.rulewright.asset;

import java.util.Locale;

/** A stable code of why, with its wording for the customer. */
public record Reason(String code, String zh, String en) {

  /** Returns the wording in the reader's language: Chinese unless English is asked for. */
  public String text(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }
}
