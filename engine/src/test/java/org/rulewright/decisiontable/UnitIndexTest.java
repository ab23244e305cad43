package org.rulewright.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.value.UnitIndex;

/** Whole numbers of a unit fall where the decimals they stand for fall. */
class UnitIndexTest {

  private static final int NULL_ROW = 999;
  private int laidOut;

  @Test
  void everyValueHasTheRowOfItsClass() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 3_000; round++) {
      TreeSet<BigDecimal> points =
          Stream.generate(() -> point(random))
              .limit(random.nextInt(round % 10 == 0 ? 400 : 12))
              .collect(Collectors.toCollection(TreeSet::new));
      Breakpoints breakpoints = new Breakpoints(points);
      int[] rows = rows(breakpoints.classes(), random);
      int scale = random.nextInt(4);
      @Nullable UnitIndex index = UnitIndex.of(breakpoints.points(), scale, rows, 0);
      if (index != null) {
        laidOut++;
        agrees(index, breakpoints, rows, scale, values(points, scale, random));
      }
    }
    // The comparison means nothing unless most sets of points can be laid out.
    assertThat(laidOut).isGreaterThan(2_000);
  }

  private static void agrees(
      UnitIndex index, Breakpoints breakpoints, int[] rows, int scale, long[] values) {
    int[] found = new int[values.length];
    index.rows(values, 0, values.length, Long.MIN_VALUE, NULL_ROW, found);
    for (int i = 0; i < values.length; i++) {
      int expected =
          values[i] == Long.MIN_VALUE
              ? NULL_ROW
              : rows[breakpoints.classOf(BigDecimal.valueOf(values[i], scale))];
      assertThat(found[i])
          .as("%d of scale %d in %s", values[i], scale, List.of(breakpoints.points()))
          .isEqualTo(expected);
    }
  }

  @Test
  void pointsBeyondWholeNumbersOf61BitsHaveNoIndex() {
    Breakpoints far = new Breakpoints(new TreeSet<>(List.of(new BigDecimal("1E20"))));

    assertThat(UnitIndex.of(far.points(), 2, new int[far.classes()], 0)).isNull();
  }

  /** Neighbouring classes share rows now and then. */
  private static int[] rows(int classes, SplittableRandom random) {
    int[] rows = new int[classes];
    for (int i = 1; i < classes; i++) {
      rows[i] = rows[i - 1] + (random.nextInt(3) == 0 ? 0 : 1);
    }
    return rows;
  }

  private static BigDecimal point(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> BigDecimal.valueOf(random.nextInt(-20, 20));
      case 1 -> BigDecimal.valueOf(random.nextInt(-3_000, 3_000), 3);
      case 2 -> BigDecimal.valueOf(random.nextLong(-5_000_000, 5_000_000), 1);
      default -> BigDecimal.valueOf(random.nextInt(-40, 40) * 5_000L);
    };
  }

  private static long[] values(TreeSet<BigDecimal> points, int scale, SplittableRandom random) {
    return Stream.concat(
            points.stream()
                .map(it -> it.movePointRight(scale).longValue())
                .flatMap(it -> IntStream.rangeClosed(-2, 2).mapToObj(d -> it + d)),
            Stream.of(
                0L,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1,
                Long.MAX_VALUE,
                random.nextLong(),
                random.nextLong(-10_000, 10_000)))
        .mapToLong(Long::longValue)
        .toArray();
  }
}
