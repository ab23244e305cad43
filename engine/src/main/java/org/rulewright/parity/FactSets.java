package org.rulewright.parity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Facts;

/** The fact sets of each stage, made one by one when they are asked for, equal for equal seeds. */
final class FactSets {

  private static final int BASES = 3;
  private static final BigDecimal FINEST = new BigDecimal("0.01");

  private final Axes axes;
  private final Limits limits;

  FactSets(Axes axes, Limits limits) {
    this.axes = axes;
    this.limits = limits;
  }

  /** The fact sets of one stage and how many they are. */
  record Planned(Stage stage, long count, Iterator<Facts> facts) {}

  List<Planned> all() {
    var planned = new ArrayList<Planned>();
    boolean exhaustive = axes.regions().compareTo(BigInteger.valueOf(limits.mostRegions())) <= 0;
    if (exhaustive) {
      planned.add(regions(axes.regions().longValueExact()));
    }
    planned.add(boundaries());
    if (!exhaustive) {
      planned.add(pairs());
    }
    planned.add(random());
    return planned;
  }

  private Planned regions(long count) {
    return planned(
        Stage.REGIONS,
        count,
        number -> {
          var facts = Axis.empty();
          long rest = number;
          for (var axis : axes.list()) {
            int size = axis.regions().size();
            Axis.put(facts, axis.name(), axis.regions().get((int) (rest % size)));
            rest /= size;
          }
          return facts;
        });
  }

  private Planned boundaries() {
    var random = random(Stage.BOUNDARIES);
    var bases = new ArrayList<Map<String, @Nullable Object>>();
    for (int i = 0; i < BASES; i++) {
      bases.add(anywhere(random));
    }
    long each = axes.list().stream().mapToLong(axis -> axis.boundaries().size()).sum();
    return planned(
        Stage.BOUNDARIES,
        each * BASES,
        number -> {
          var facts = new LinkedHashMap<String, @Nullable Object>(bases.get((int) (number / each)));
          long rest = number % each;
          for (var axis : axes.list()) {
            if (rest < axis.boundaries().size()) {
              facts.remove(axis.name());
              return Axis.put(facts, axis.name(), axis.boundaries().get((int) rest));
            }
            rest -= axis.boundaries().size();
          }
          throw new NoSuchElementException();
        });
  }

  private Planned pairs() {
    var sizes = axes.list().stream().mapToInt(axis -> axis.regions().size()).toArray();
    var rows = new Pairs(sizes, limits.pairs(), random(Stage.PAIRS)).rows();
    return planned(
        Stage.PAIRS,
        rows.size(),
        number -> {
          var facts = Axis.empty();
          for (int i = 0; i < axes.size(); i++) {
            var axis = axes.list().get(i);
            Axis.put(facts, axis.name(), axis.regions().get(rows.get((int) number)[i]));
          }
          return facts;
        });
  }

  private Planned random() {
    var random = random(Stage.RANDOM);
    return planned(
        Stage.RANDOM,
        axes.size() == 0 ? 0 : limits.random(),
        number -> {
          var facts = Axis.empty();
          for (var axis : axes.list()) {
            Axis.put(facts, axis.name(), chosen(axis, random));
          }
          return facts;
        });
  }

  private static @Nullable Object chosen(Axis axis, SplittableRandom random) {
    var value = axis.boundaries().get(random.nextInt(axis.boundaries().size()));
    if (!(value instanceof BigDecimal number) || random.nextInt(3) == 0) {
      return value;
    }
    // beside a boundary by an amount of its own size, with two decimals
    var width = number.abs().add(BigDecimal.TEN).movePointLeft(random.nextInt(4));
    return number
        .add(width.multiply(BigDecimal.valueOf(random.nextInt(-100, 101)).multiply(FINEST)))
        .round(java.math.MathContext.DECIMAL128);
  }

  private Map<String, @Nullable Object> anywhere(SplittableRandom random) {
    var facts = Axis.empty();
    for (var axis : axes.list()) {
      // the last two are null and missing: a base says something about every input
      int values = Math.max(1, axis.regions().size() - 2);
      Axis.put(facts, axis.name(), axis.regions().get(random.nextInt(values)));
    }
    return facts;
  }

  private SplittableRandom random(Stage stage) {
    return new SplittableRandom(limits.seed() + stage.ordinal());
  }

  private interface Made {
    Map<String, @Nullable Object> at(long number);
  }

  private static Planned planned(Stage stage, long count, Made made) {
    return new Planned(
        stage,
        count,
        new Iterator<>() {
          private long next;

          @Override
          public boolean hasNext() {
            return next < count;
          }

          @Override
          public Facts next() {
            if (next >= count) {
              throw new NoSuchElementException();
            }
            return Facts.of(made.at(next++));
          }
        });
  }
}
