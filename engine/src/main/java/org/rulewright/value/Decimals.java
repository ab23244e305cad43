package org.rulewright.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers as exact decimals. */
public final class Decimals {

  /** The arithmetic of FEEL: 34 digits, half even. */
  public static final MathContext FEEL = MathContext.DECIMAL128;

  private Decimals() {}

  /** The decimal of a number, or empty for what is no number in FEEL: NaN and infinities. */
  public static Optional<BigDecimal> of(Number number) {
    return switch (number) {
      case BigDecimal decimal -> Optional.of(decimal);
      case BigInteger integer -> Optional.of(new BigDecimal(integer));
      case Long l -> Optional.of(BigDecimal.valueOf(l));
      case Integer i -> Optional.of(BigDecimal.valueOf(i));
      case Short s -> Optional.of(BigDecimal.valueOf(s));
      case Byte b -> Optional.of(BigDecimal.valueOf(b));
      case Double d when !Double.isFinite(d) -> Optional.empty();
      case Float f when !Float.isFinite(f) -> Optional.empty();
      // The shortest decimal that denotes the same double, as the caller wrote it.
      default -> Optional.of(new BigDecimal(number.toString()));
    };
  }

  /**
   * The value as the reference engine sees it: whole numbers of the Java types become decimals.
   *
   * <p>Doubles are left alone, because the reference engine has its own rules for them.
   */
  public static @Nullable Object coerced(@Nullable Object value) {
    return switch (value) {
      case Long l -> BigDecimal.valueOf(l);
      case Integer i -> BigDecimal.valueOf(i);
      case Short s -> BigDecimal.valueOf(s);
      case Byte b -> BigDecimal.valueOf(b);
      case null, default -> value;
    };
  }

  /** The decimal of a number without trailing zeros, so that equal numbers are equal objects. */
  static BigDecimal stripped(Object number) {
    return switch (number) {
      case BigDecimal decimal -> decimal.stripTrailingZeros();
      case Number other -> BigDecimal.valueOf(other.longValue()).stripTrailingZeros();
      default -> throw new IllegalArgumentException("not a number");
    };
  }
}
