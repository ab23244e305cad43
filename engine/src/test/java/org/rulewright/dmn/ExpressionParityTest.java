package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.types.BuiltInType;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.expression.Expression;
import org.rulewright.expression.Running;
import org.rulewright.value.Decimals;

/** Expressions our compiler takes come to what the reference engine makes of them, errors too. */
class ExpressionParityTest {

  private static final int EXPRESSIONS = Integer.getInteger("rulewright.parity.expressions", 6_000);
  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));
  private static final Map<String, Type> NAMES =
      Map.of(
          "n1", BuiltInType.NUMBER,
          "n2", BuiltInType.NUMBER,
          "s1", BuiltInType.STRING,
          "b1", BuiltInType.BOOLEAN,
          "d1", BuiltInType.DATE,
          "l1", BuiltInType.LIST,
          "l2", BuiltInType.LIST,
          "c1", BuiltInType.UNKNOWN,
          "x1", BuiltInType.UNKNOWN);

  @Test
  void randomExpressionsComeToTheSame() {
    int translated = 0;
    int decided = 0;
    for (int seed = 0; seed < EXPRESSIONS; seed++) {
      var random = new SplittableRandom(seed);
      var text = new RandomFeel(random).any(3);
      var reference = new KieReference(NAMES);
      var ours = Expression.compile(text, NAMES.keySet()).or(() -> reference.translated(text));
      if (ours.isEmpty()) {
        continue;
      }
      translated++;
      for (int i = 0; i < 2; i++) {
        var facts = facts(random);
        var value =
            within(() -> new ReferenceAnswer(ours.get().evaluate(facts), List.of())).value();
        if (value != Expression.UNDECIDED) {
          decided++;
          var theirs = within(() -> reference.expression(text).evaluate(facts, AS_OF));
          var about = "seed %d: %s%nfacts %s%nours %s".formatted(seed, text, facts, value);
          assertThat(theirs.problems()).as(about).isEmpty();
          assertThat(same(value, theirs.value()))
              .as("%s%ntheirs %s", about, theirs.value())
              .isTrue();
        }
      }
    }
    System.out.printf(
        "expressions: %d, taken by our compiler %d, evaluations it decided %d of %d%n",
        EXPRESSIONS, translated, decided, 2 * translated);
    assertThat(decided).isGreaterThan(EXPRESSIONS / 2);
  }

  private interface Work {
    ReferenceAnswer evaluate();
  }

  private static ReferenceAnswer within(Work work) {
    var evaluation = new Evaluation(AS_OF, DmnModel.TIME_LIMIT.toNanos());
    return ScopedValue.where(Evaluation.CURRENT, evaluation)
        .where(Running.CURRENT, evaluation)
        .call(work::evaluate);
  }

  /** Equal to the last digit; only how a number is written does not count. */
  static boolean same(@Nullable Object left, @Nullable Object right) {
    return switch (Decimals.coerced(left)) {
      case BigDecimal a when right instanceof BigDecimal b -> a.compareTo(b) == 0;
      case Period a when right instanceof Period b -> a.toTotalMonths() == b.toTotalMonths();
      case List<?> a when right instanceof List<?> b -> same(a, b);
      case Map<?, ?> a when right instanceof Map<?, ?> b ->
          a.keySet().equals(b.keySet())
              && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
      case null, default -> Objects.equals(left, right);
    };
  }

  private static boolean same(List<?> left, List<?> right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  static Map<String, @Nullable Object> facts(RandomGenerator random) {
    var facts = new HashMap<String, @Nullable Object>();
    facts.put("n1", maybe(random, number(random)));
    facts.put("n2", maybe(random, random.nextBoolean() ? random.nextLong(4) : number(random)));
    facts.put("s1", maybe(random, List.of("abc", "", "x中").get(random.nextInt(3))));
    facts.put("b1", maybe(random, random.nextBoolean()));
    facts.put("d1", maybe(random, LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400))));
    facts.put("l1", maybe(random, List.of(number(random), number(random), number(random))));
    facts.put("l2", List.of(row(random), row(random)));
    facts.put("c1", row(random));
    facts.put(
        "x1",
        List.<Object>of("abc", number(random), true, row(random), List.of(1), LocalDate.EPOCH)
            .get(random.nextInt(6)));
    return facts;
  }

  private static Map<String, @Nullable Object> row(RandomGenerator random) {
    var row = new HashMap<String, @Nullable Object>();
    row.put("a", maybe(random, number(random)));
    row.put("b", maybe(random, "abc"));
    return row;
  }

  private static @Nullable Object maybe(RandomGenerator random, Object value) {
    return random.nextInt(8) == 0 ? null : value;
  }

  private static BigDecimal number(RandomGenerator random) {
    return BigDecimal.valueOf(random.nextLong(-20, 40), random.nextInt(3));
  }
}
