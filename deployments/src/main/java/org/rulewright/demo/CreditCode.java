package org.rulewright.demo;

import java.util.Random;

/**
 * Unified social credit codes after GB 32100-2015, so that checkers of real systems accept them.
 */
final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH_WITHOUT_CHECK = 17;

  private CreditCode() {}

  /** Returns a code of an enterprise registered in Tangshan (division 130200). */
  static String random(Random random) {
    var code = new StringBuilder("91130200");
    while (code.length() < LENGTH_WITHOUT_CHECK) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.append(check(code)).toString();
  }

  /** Returns the check character: weights are the powers of 3 modulo 31. */
  static char check(CharSequence first17) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH_WITHOUT_CHECK; i++) {
      sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }
}
