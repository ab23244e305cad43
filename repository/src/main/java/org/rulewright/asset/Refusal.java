package org.rulewright.asset;

import java.util.Locale;

/** Why something asked for is not done, as a stable code and in both languages. */
public record Refusal(String code, String zh, String en) {

  /** Returns the wording in the reader's language: Chinese unless English is asked for. */
  public String message(Locale locale) {
    return locale.getLanguage().equals("en") ? en : zh;
  }
}
