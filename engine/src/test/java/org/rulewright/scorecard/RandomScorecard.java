package org.rulewright.scorecard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/** Scorecards of every shape, and facts on and beside their bins. */
public final class RandomScorecard {

  private static final Map<String, ValueKind> INPUTS =
      Map.of(
          "age", ValueKind.NUMBER,
          "income", ValueKind.NUMBER,
          "行业", ValueKind.TEXT,
          "since", ValueKind.DATE,
          "owner", ValueKind.BOOLEAN);
  private static final List<String> NAMES = INPUTS.keySet().stream().sorted().toList();
  private static final List<String> TEXTS = List.of("A", "B", "C \"1\"", "其他");

  private final RandomGenerator random;

  public RandomScorecard(RandomGenerator random) {
    this.random = random;
  }

  public Scorecard card() {
    List<Characteristic> all = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      all.add(characteristic("c" + i, any(NAMES)));
    }
    return new Scorecard(
        "card_1",
        "SmeScore",
        all,
        points(),
        any(List.of(ReasonMethod.values())),
        random.nextInt(4),
        random.nextInt(3) == 0
            ? new Scaling(
                new BigDecimal(random.nextBoolean() ? "20" : "-40"),
                new BigDecimal("50"),
                new BigDecimal("600"))
            : null,
        random.nextInt(3) == 0 ? random.nextInt(3) : null);
  }

  private Characteristic characteristic(String id, String input) {
    ValueKind kind = Objects.requireNonNull(INPUTS.get(input));
    List<Bin> bins = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      bins.add(bin(id, bins.size(), values(kind)));
    }
    if (random.nextInt(4) > 0) {
      bins.add(bin(id, bins.size(), ValueSet.missing(kind)));
    }
    if (random.nextInt(4) > 0) {
      bins.add(
          bin(id, bins.size(), any(List.of(ValueSet.present(kind), ValueSet.everything(kind)))));
    }
    return new Characteristic(
        id,
        "part" + id,
        input,
        kind,
        random.nextBoolean() ? "" : "Part of " + input,
        points(),
        random.nextInt(4) == 0 ? "" : "R" + random.nextInt(4),
        bins);
  }

  private Bin bin(String id, int index, ValueSet takes) {
    return new Bin(
        id + "_bin" + index,
        random.nextBoolean() ? "" : "Bin " + index,
        takes,
        points(),
        random.nextInt(4) == 0 ? "Own\"" + random.nextInt(3) : "");
  }

  private BigDecimal points() {
    return new BigDecimal(any(List.of("0", "10", "-10", "12.5", "0.345", "25", "100")));
  }

  private ValueSet values(ValueKind kind) {
    ValueSet set =
        switch (kind) {
          case BOOLEAN -> ValueSet.of(kind, random.nextBoolean());
          case TEXT -> ValueSet.of(kind, any(TEXTS));
          case NUMBER, DATE -> {
            Object low = threshold(kind);
            Object high = threshold(kind);
            yield ValueSet.of(
                kind,
                random.nextInt(3) == 0
                    ? Range.below(high)
                    : random.nextInt(3) == 0
                        ? Range.atLeast(low)
                        : new Range(low, true, high, random.nextBoolean()));
          }
        };
    if (set.isEmpty()) {
      return values(kind);
    }
    return random.nextInt(6) == 0 ? set.or(ValueSet.missing(kind)) : set;
  }

  private Object threshold(ValueKind kind) {
    return kind == ValueKind.DATE
        ? LocalDate.of(2020, 1, 1).plusDays(random.nextInt(6))
        : new BigDecimal(any(List.of("0", "18", "29.5", "65", "1000")));
  }

  public Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    INPUTS.forEach((name, kind) -> {
      int chance = random.nextInt(8);
      if (chance == 0) {
        facts.put(name, null);
      } else if (chance > 1) {
        facts.put(name, fact(kind));
      }
    });
    return facts;
  }

  private Object fact(ValueKind kind) {
    return switch (kind) {
      case TEXT -> any(TEXTS);
      case BOOLEAN -> random.nextBoolean();
      case DATE -> ((LocalDate) threshold(kind)).plusDays(random.nextInt(3) - 1);
      case NUMBER ->
          ((BigDecimal) threshold(kind))
              .add(new BigDecimal(any(List.of("0", "0.0001", "-0.0001", "7"))));
    };
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
