package org.rulewright.ui.shell;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a cell of Excel can hold; a value beyond it is written as a text rather than altered. */
final class ExcelLimits {
  /** Excel shows, and keeps of what is typed, 15 significant digits. */
  private static final int DIGITS = 15;

  private static final int LONGEST_TEXT = 32_767;

  private ExcelLimits() {}

  /** Whether a workbook's number, which is a double, is exactly this one. */
  static boolean holds(BigDecimal number) {
    var plain = number.stripTrailingZeros();
    return plain.precision() <= DIGITS
        && Double.isFinite(plain.doubleValue())
        && BigDecimal.valueOf(plain.doubleValue()).compareTo(plain) == 0;
  }

  /** Excel's calendar begins in 1900 and takes that year for a leap year until March. */
  static boolean holds(LocalDate date) {
    return !date.isBefore(LocalDate.of(1900, 3, 1)) && date.getYear() <= 9999;
  }

  /** The beginning of a text that is longer than a cell can be. */
  static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
