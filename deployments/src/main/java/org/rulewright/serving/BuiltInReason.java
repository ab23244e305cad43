package org.rulewright.serving;

import java.util.Collection;
import java.util.Locale;

/** Reasons the product itself gives; a strategy may word them differently in its contract. */
enum BuiltInReason {
  MISSING_DATA("资料不全，部分规则无法判断", "Data was missing, so some rules could not be judged"),
  ENGINE_ERROR("规则执行出错，已转人工审核", "The rules could not be evaluated; referred to a person"),
  NO_VERDICT("没有规则给出结论，已转人工审核", "No rule gave a verdict; referred to a person");

  private final String zh;
  private final String en;

  BuiltInReason(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** Names the facts after the sentence. */
  static String listed(String text, Collection<String> facts, Locale language) {
    return isEnglish(language)
        ? text + ": " + String.join(", ", facts)
        : text + "：" + String.join("、", facts);
  }

  static String text(String code, Locale language) {
    for (var reason : values()) {
      if (reason.name().equals(code)) {
        return isEnglish(language) ? reason.en : reason.zh;
      }
    }
    return code;
  }

  private static boolean isEnglish(Locale language) {
    return language.getLanguage().equals("en");
  }
}
