package org.rulewright.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Sets of values as extension elements: ranges, or values, or all but values; null apart. */
final class ValueSetXml {

  /** Numbers beyond these are no thresholds of anybody, and cost memory to write out. */
  private static final int MOST_DIGITS = 34;

  private static final int LARGEST_SCALE = 300;

  private ValueSetXml() {}

  static void write(Element owner, ValueSet set) {
    if (set.hasNull()) {
      owner.setAttribute("missing", "true");
    }
    if (set.hasAllValues()) {
      owner.setAttribute("other", "true");
      return;
    }
    for (Range range : set.ranges()) {
      var element = Extensions.add(owner, "range");
      end(element, "low", range.low(), range.lowIncluded());
      end(element, "high", range.high(), range.highIncluded());
    }
    for (Object name : set.names()) {
      Extensions.add(owner, set.namesLeftOut() ? "but" : "value", name.toString());
    }
  }

  private static void end(Element range, String name, @Nullable Object value, boolean included) {
    if (value != null) {
      range.setAttribute(
          name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
      range.setAttribute(name + "Included", String.valueOf(included));
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws RuntimeException of the kinds the texts of numbers and dates are refused with
   */
  static ValueSet read(Element owner, ValueKind kind) {
    ValueSet values =
        Xml.attribute(owner, "other").equals("true") ? ValueSet.present(kind) : listed(owner, kind);
    return Xml.attribute(owner, "missing").equals("true")
        ? values.or(ValueSet.missing(kind))
        : values;
  }

  private static ValueSet listed(Element owner, ValueKind kind) {
    ValueSet values = ValueSet.empty(kind);
    for (Element range : Extensions.children(owner, "range")) {
      values = values.or(ValueSet.of(kind, range(range, kind)));
    }
    var named = named(owner, "value", kind);
    var leftOut = named(owner, "but", kind);
    if (!leftOut.isEmpty()) {
      return ValueSet.of(kind, leftOut).not().withoutNull();
    }
    return named.isEmpty() ? values : values.or(ValueSet.of(kind, named));
  }

  private static List<Object> named(Element owner, String element, ValueKind kind) {
    var values = new ArrayList<Object>();
    Extensions.children(owner, element).forEach(it -> values.add(value(it.getTextContent(), kind)));
    return values;
  }

  private static Range range(Element range, ValueKind kind) {
    return new Range(
        bound(range, "low", kind),
        Xml.attribute(range, "lowIncluded").equals("true"),
        bound(range, "high", kind),
        Xml.attribute(range, "highIncluded").equals("true"));
  }

  private static @Nullable Object bound(Element range, String name, ValueKind kind) {
    var text = Xml.optional(range, name);
    return text == null ? null : value(text, kind);
  }

  private static Object value(String text, ValueKind kind) {
    return switch (kind) {
      case NUMBER -> number(text);
      case DATE -> LocalDate.parse(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case TEXT -> text;
    };
  }

  private static BigDecimal number(String text) {
    var number = new BigDecimal(text);
    if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > LARGEST_SCALE) {
      throw new IllegalArgumentException("a threshold has too many digits");
    }
    return number;
  }
}
