package org.rulewright.serving;

import java.math.BigDecimal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Temporals;

/** Turns values of the engine into JSON's terms: dates, times and durations become ISO texts. */
public final class PlainValue {

  private PlainValue() {}

  public static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean truth -> truth;
      case BigDecimal number -> whole(number);
      case Number number -> number;
      case Map<?, ?> context -> ofContext(context);
      case Collection<?> list -> ofList(list);
      case TemporalAmount duration -> Temporals.text(duration);
      default -> value.toString();
    };
  }

  private static Map<String, @Nullable Object> ofContext(Map<?, ?> context) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    context.forEach((key, value) -> plain.put(String.valueOf(key), of(value)));
    return plain;
  }

  private static List<@Nullable Object> ofList(Collection<?> list) {
    List<@Nullable Object> plain = new ArrayList<>(list.size());
    list.forEach(value -> plain.add(of(value)));
    return plain;
  }

  /** JSON knows no negative scale: 5E+5 is written as 500000. */
  private static BigDecimal whole(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
