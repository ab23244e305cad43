package org.rulewright.environment;

import java.util.Locale;

/**
 * A place where releases run.
 *
 * @param name its name in addresses and in the public API
 * @param position counts from 1 in the order a change goes through them
 */
public record Environment(String name, String nameZh, String nameEn, int position) {

  /** Returns the name in the reader's language: Chinese unless English is asked for. */
  public String label(Locale locale) {
    return locale.getLanguage().equals("en") ? nameEn : nameZh;
  }
}
