package org.rulewright.decisiontable;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakpointsTest {

  @Test
  void neighboursAbove2To53AreToldApart() {
    Breakpoints points = points("9007199254740992", "9007199254740993", "9007199254740994");

    assertThat(points.classOf(9007199254740993L)).isEqualTo(3);
    assertThat(points.classOf(new BigDecimal("9007199254740993.5"))).isEqualTo(4);
    assertThat(points.classOf(9007199254740995L)).isEqualTo(6);
  }

  @Test
  void decimalsThatShareADoubleAreToldApart() {
    Breakpoints points = points("0.1", "0.10000000000000000000001");

    assertThat(points.classOf(new BigDecimal("0.1000"))).isEqualTo(1);
    assertThat(points.classOf(new BigDecimal("0.100000000000000000000005"))).isEqualTo(2);
    assertThat(points.classOf(new BigDecimal("0.1000000000000000000000100"))).isEqualTo(3);
  }

  @Test
  void aLongNextToAFractionFallsOnTheRightSide() {
    Breakpoints points = points("-0.5", "1.00000000000000000000001", "9223372036854775808");

    assertThat(points.classOf(-1L)).isEqualTo(0);
    assertThat(points.classOf(0L)).isEqualTo(2);
    assertThat(points.classOf(1L)).isEqualTo(2);
    assertThat(points.classOf(2L)).isEqualTo(4);
    assertThat(points.classOf(Long.MAX_VALUE)).isEqualTo(4);
    assertThat(points.classOf(Long.MIN_VALUE)).isEqualTo(0);
  }

  @Test
  void theClassIsThatOfALinearSearch() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 300; round++) {
      List<BigDecimal> sorted =
          Stream.generate(() -> number(random))
              .limit(random.nextInt(40))
              .collect(Collectors.toCollection(TreeSet::new))
              .stream()
              .toList();
      Breakpoints points = new Breakpoints(new TreeSet<>(sorted));
      for (int i = 0; i < 60; i++) {
        BigDecimal value = number(random);
        assertThat(points.classOf(value))
            .as("%s in %s", value, sorted)
            .isEqualTo(of(value, sorted));
        long whole = value.longValue();
        assertThat(points.classOf(whole))
            .as("%s in %s", whole, sorted)
            .isEqualTo(of(BigDecimal.valueOf(whole), sorted));
      }
    }
  }

  private static BigDecimal number(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> BigDecimal.valueOf(random.nextInt(20));
      case 1 -> BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 2);
      case 2 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(30));
      default -> BigDecimal.valueOf((1L << 53) + random.nextInt(8));
    };
  }

  private static int of(BigDecimal value, List<BigDecimal> sorted) {
    int below = (int) sorted.stream().filter(it -> it.compareTo(value) < 0).count();
    boolean equal = sorted.stream().anyMatch(it -> it.compareTo(value) == 0);
    return 2 * below + (equal ? 1 : 0);
  }

  private static Breakpoints points(String... points) {
    return new Breakpoints(
        Stream.of(points).map(BigDecimal::new).collect(Collectors.toCollection(TreeSet::new)));
  }
}
