package org.rulewright.parity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactField;

/** The inputs of a subject with the values each is given. */
final class Axes {

  /** Numbers that other number types would change: beyond a double, beyond 34 digits, tiny. */
  private static final List<BigDecimal> EXTREMES =
      List.of(
          new BigDecimal("9007199254740993"),
          new BigDecimal("-9007199254740993"),
          new BigDecimal("0.1234567890123456789012345678901234"),
          new BigDecimal("1E+30"),
          new BigDecimal("-1E+30"),
          new BigDecimal("1E-30"),
          new BigDecimal("1.0"),
          BigDecimal.ZERO,
          BigDecimal.ONE,
          BigDecimal.ONE.negate());

  private final List<Axis> axes;

  private Axes(List<Axis> axes) {
    this.axes = axes;
  }

  static Axes of(Subject subject, Engines engines) {
    var used = engines.used();
    var fields =
        subject.facts().fields().stream().filter(field -> used.contains(field.name())).toList();
    var names = fields.stream().map(FactField::name).collect(Collectors.toSet());
    var constants = engines.constants(names);
    return new Axes(
        fields.stream()
            .map(field -> axis(field, constants, subject.asOf().toLocalDate()))
            .toList());
  }

  List<Axis> list() {
    return axes;
  }

  int size() {
    return axes.size();
  }

  BigInteger regions() {
    return axes.stream()
        .map(axis -> BigInteger.valueOf(axis.regions().size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  private static Axis axis(FactField field, Constants constants, LocalDate today) {
    var regions = new LinkedHashSet<@Nullable Object>();
    var boundaries = new LinkedHashSet<@Nullable Object>();
    switch (field.type()) {
      case NUMBER -> numbers(field, constants, regions, boundaries);
      case TEXT -> texts(field, constants, regions, boundaries);
      case BOOLEAN -> regions.addAll(List.of(true, false));
      case DATE -> dates(field, constants, today, regions, boundaries);
      case TIME ->
          regions.addAll(List.of(LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.of(23, 59, 59)));
      case DATE_TIME ->
          regions.addAll(
              List.of(
                  LocalDateTime.of(2020, 2, 29, 0, 0),
                  LocalDateTime.of(2026, 11, 23, 9, 30).atOffset(ZoneOffset.ofHours(8))));
      case DURATION ->
          regions.addAll(
              List.of(Period.ofMonths(1), Period.ofYears(30), Duration.ofDays(30), Duration.ZERO));
      case LIST -> lists(constants.texts(field.name()), constants.numbers(field.name()), regions);
      case CONTEXT -> regions.addAll(List.of(Map.of(), Map.of("a", BigDecimal.ONE)));
      case ANY -> {
        regions.addAll(List.of(BigDecimal.ONE, "", true));
        regions.addAll(constants.texts(field.name()));
        regions.addAll(constants.numbers(field.name()));
      }
    }
    regions.add(null);
    regions.add(Axis.MISSING);
    boundaries.addAll(regions);
    boundaries.addAll(field.allowedValues());
    return new Axis(field.name(), new ArrayList<>(regions), new ArrayList<>(boundaries));
  }

  private static void numbers(
      FactField field,
      Constants constants,
      Collection<@Nullable Object> regions,
      Collection<@Nullable Object> boundaries) {
    var points = new TreeSet<>(constants.numbers(field.name()));
    @Nullable BigDecimal before = null;
    for (var point : points) {
      regions.add(
          before == null
              ? point.subtract(BigDecimal.ONE)
              : point.add(before).multiply(new BigDecimal("0.5")));
      regions.add(point);
      var step = BigDecimal.ONE.movePointLeft(Math.max(0, point.scale()) + 1);
      var tiny = BigDecimal.ONE.movePointLeft(Math.max(0, point.scale()) + 20);
      boundaries.addAll(
          List.of(point.subtract(step), point.add(step), point.subtract(tiny), point.add(tiny)));
      before = point;
    }
    regions.add(before == null ? BigDecimal.TEN : before.add(BigDecimal.ONE));
    boundaries.addAll(EXTREMES);
  }

  private static void texts(
      FactField field,
      Constants constants,
      Collection<@Nullable Object> regions,
      Collection<@Nullable Object> boundaries) {
    var categories = new TreeSet<>(constants.texts(field.name()));
    regions.addAll(categories);
    regions.add(Axis.UNKNOWN);
    boundaries.add("");
    boundaries.add(" ");
    for (var category : categories) {
      boundaries.add(category + " ");
      boundaries.add(category.toLowerCase(java.util.Locale.ROOT));
      boundaries.add(category.toUpperCase(java.util.Locale.ROOT));
    }
  }

  private static void dates(
      FactField field,
      Constants constants,
      LocalDate today,
      Collection<@Nullable Object> regions,
      Collection<@Nullable Object> boundaries) {
    var points = new TreeSet<>(constants.dates(field.name()));
    points.add(today);
    for (var point : points) {
      regions.addAll(List.of(point.minusDays(1), point, point.plusDays(1)));
    }
    boundaries.addAll(
        List.of(
            LocalDate.EPOCH,
            LocalDate.of(2024, 2, 29),
            LocalDate.of(1, 1, 1),
            LocalDate.of(9999, 12, 31)));
  }

  private static void lists(
      Collection<String> texts,
      Collection<BigDecimal> numbers,
      Collection<@Nullable Object> regions) {
    regions.add(List.of());
    var items = new ArrayList<Object>(texts);
    items.addAll(numbers);
    items.forEach(item -> regions.add(List.of(item)));
    if (items.size() > 1) {
      regions.add(List.copyOf(items));
    }
    regions.add(java.util.Collections.singletonList(null));
  }
}
