package org.rulewright.access;

import java.util.Locale;

/** A language the studio speaks. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** The one for a locale: English for English, else Chinese. */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("en") ? EN : ZH;
  }
}
