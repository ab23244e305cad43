package org.rulewright.asset;

import java.time.Instant;
import java.util.Locale;
import org.rulewright.audit.Actor;

/** One purpose decided by rules, for example "SME working capital". */
public record Strategy(
    StrategyKey key,
    String nameZh,
    String nameEn,
    String purpose,
    Actor createdBy,
    Instant createdAt,
    boolean archived) {

  /** Returns the name in the reader's language: Chinese unless English is asked for. */
  public String name(Locale locale) {
    return locale.getLanguage().equals("en") ? nameEn : nameZh;
  }
}
