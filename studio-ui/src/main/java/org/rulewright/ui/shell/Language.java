package org.rulewright.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language the studio speaks; Chinese comes first and is the default. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE, "zh-CN"),
  EN(Locale.ENGLISH, "en");

  private final Locale locale;
  private final String tag;

  Language(Locale locale, String tag) {
    this.locale = locale;
    this.tag = tag;
  }

  public Locale locale() {
    return locale;
  }

  /** The value of the page's {@code lang} attribute. */
  public String tag() {
    return tag;
  }

  /** The code kept with a user and in the cookie: {@code zh} or {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Language of(@Nullable Locale locale) {
    return locale != null && locale.getLanguage().equals("en") ? EN : ZH;
  }

  public static Language ofCode(@Nullable String code) {
    return "en".equals(code) ? EN : ZH;
  }

  static List<Locale> locales() {
    return Stream.of(values()).map(Language::locale).toList();
  }
}
