package org.rulewright.asset;

/** What is written down when a strategy is begun. */
public record NewStrategy(StrategyKey key, String nameZh, String nameEn, String purpose) {

  public static final int LONGEST_NAME = 120;
  public static final int LONGEST_PURPOSE = 2000;

  public NewStrategy {
    nameZh = nameZh.strip();
    nameEn = nameEn.strip();
    purpose = purpose.strip();
  }
}
