package org.rulewright.scorecard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.ColumnarDecision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactColumns;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.expression.Variable;
import org.rulewright.value.Decimals;
import org.rulewright.value.ValueIndex;
import org.rulewright.value.ValueKind;

/**
 * A scorecard ready to score: an index of bins for each characteristic, and a sum of whole units
 * where all points have few enough digits.
 */
public final class CompiledScorecard implements ColumnarDecision {

  /** The bin of a value that is in none. */
  public static final int NO_BIN = ValueIndex.NOWHERE;

  /** The bin of a value of another kind than its characteristic's. */
  public static final int UNCLEAR = ValueIndex.UNCLEAR;

  /** Sums of a thousand numbers of so many digits fit a long. */
  private static final int MOST_DIGITS = 15;

  private final Scorecard card;
  private final Formula[] inputs;

  /** By characteristic: the name its input is no more than, else null. */
  private final @Nullable String[] variables;

  private final ValueIndex[] bins;
  private final int[] missing;

  /** By characteristic and bin, in units of {@code 10^-scale}; null where they are too long. */
  private final long @Nullable [][] units;

  private final int scale;
  private final long initial;
  private final BigDecimal factor;
  private final BigDecimal offset;

  private CompiledScorecard(Scorecard card, Set<String> names, ReferenceEvaluator reference) {
    this.card = card;
    List<Characteristic> all = card.characteristics();
    inputs =
        all.stream()
            .map(it -> Formula.compile(it.input(), names, reference))
            .toArray(Formula[]::new);
    variables = new @Nullable String[inputs.length];
    bins = new ValueIndex[inputs.length];
    missing = new int[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      variables[i] =
          inputs[i].compiled().orElse(null) instanceof Variable(String name) ? name : null;
      var taken = all.get(i).taken();
      bins[i] = ValueIndex.of(all.get(i).kind(), taken, IntStream.range(0, taken.size()).toArray());
      missing[i] = NO_BIN;
      for (int bin = 0; bin < taken.size(); bin++) {
        if (taken.get(bin).hasNull()) {
          missing[i] = bin;
        }
      }
    }
    scale = Math.max(0, scale(card));
    units = units(card, scale);
    initial =
        units == null ? 0 : card.initialScore().setScale(scale).unscaledValue().longValueExact();
    var scaling = card.scaling();
    factor = scaling == null ? BigDecimal.ONE : scaling.factor();
    offset = scaling == null ? BigDecimal.ZERO : scaling.offset();
  }

  private static int scale(Scorecard card) {
    return card.characteristics().stream()
        .flatMap(it -> it.bins().stream())
        .mapToInt(bin -> bin.points().scale())
        .reduce(card.initialScore().scale(), Math::max);
  }

  private static long @Nullable [][] units(Scorecard card, int scale) {
    List<Characteristic> all = card.characteristics();
    boolean fit =
        all.size() < 1000
            && digits(card.initialScore(), scale) <= MOST_DIGITS
            && all.stream()
                .flatMap(it -> it.bins().stream())
                .allMatch(bin -> digits(bin.points(), scale) <= MOST_DIGITS);
    return fit
        ? all.stream()
            .map(it ->
                it.bins().stream()
                    .mapToLong(bin -> bin.points().setScale(scale).unscaledValue().longValueExact())
                    .toArray())
            .toArray(long[][]::new)
        : null;
  }

  private static int digits(BigDecimal points, int scale) {
    return points.precision() - points.scale() + scale;
  }

  /**
   * Compiles a scorecard once, at load.
   *
   * @param variables names of everything its inputs can see
   * @param reference evaluates the inputs that do not compile
   */
  public static CompiledScorecard compile(
      Scorecard card, Set<String> variables, ReferenceEvaluator reference) {
    return new CompiledScorecard(card, variables, reference);
  }

  @Override
  public String id() {
    return card.id();
  }

  @Override
  public String name() {
    return card.name();
  }

  @Override
  public DecisionKind kind() {
    return DecisionKind.SCORECARD;
  }

  @Override
  public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
    return evaluate(facts.asMap(), asOf, traced);
  }

  /** The score; null where a value is in no bin. */
  public Outcome evaluate(
      Map<String, @Nullable Object> facts, OffsetDateTime asOf, boolean traced) {
    int[] found = new int[bins.length];
    Outcome problem = bins(facts, asOf, found);
    if (problem != null) {
      return problem;
    }
    return scored(found, score(found), traced);
  }

  /** The codes of the reasons, the weightiest first. */
  public Outcome reasons(Map<String, @Nullable Object> facts, OffsetDateTime asOf, boolean traced) {
    int[] found = new int[bins.length];
    Outcome problem = bins(facts, asOf, found);
    if (problem != null) {
      return problem;
    }
    return reasoned(found, traced);
  }

  @Override
  public void evaluate(
      FactColumns facts,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    new ScorecardBatch(this, variables, bins, missing, units)
        .evaluate(facts, from, to, asOf, traced, outcomes);
  }

  /** The codes of the reasons of many rows. */
  public void reasons(
      FactColumns facts,
      int from,
      int to,
      OffsetDateTime asOf,
      boolean traced,
      @Nullable Outcome[] outcomes) {
    new ScorecardBatch(this, variables, bins, missing, units)
        .reasons(facts, from, to, asOf, traced, outcomes);
  }

  Outcome scored(int[] found, @Nullable BigDecimal score, boolean traced) {
    return new Outcome.Decided(
        score, traced ? trace(card.id(), card.name(), found, score) : Trace.EMPTY);
  }

  Outcome reasoned(int[] found, boolean traced) {
    List<String> codes = reasons(found);
    return new Outcome.Decided(
        codes, traced ? trace(card.reasonsId(), card.reasonsName(), found, codes) : Trace.EMPTY);
  }

  /**
   * Finds the bin of each characteristic.
   *
   * @return nothing, or why one cannot be found
   */
  private @Nullable Outcome bins(
      Map<String, @Nullable Object> facts, OffsetDateTime asOf, int[] found) {
    for (int i = 0; i < found.length; i++) {
      String variable = variables[i];
      Object value;
      if (variable != null) {
        value = facts.get(variable);
      } else {
        ReferenceAnswer answer = inputs[i].evaluate(facts, asOf);
        if (answer.failed()) {
          return new Outcome.Failed(answer.problems(), Trace.EMPTY);
        }
        value = answer.value();
      }
      found[i] = value == null ? missing[i] : bins[i].target(value);
      if (found[i] == UNCLEAR) {
        return new Outcome.Failed(List.of(wrongKind(i, value)), Trace.EMPTY);
      }
    }
    return null;
  }

  @Nullable BigDecimal score(int[] found) {
    for (int bin : found) {
      if (bin == NO_BIN) {
        return null;
      }
    }
    BigDecimal sum = units == null ? exactSum(found) : unitSum(units, found);
    if (card.scaling() != null) {
      sum = offset.add(factor.multiply(sum, Decimals.FEEL), Decimals.FEEL);
    }
    Integer decimals = card.decimals();
    return decimals == null ? sum : sum.setScale(decimals, RoundingMode.HALF_UP);
  }

  private BigDecimal unitSum(long[][] all, int[] found) {
    long sum = initial;
    for (int i = 0; i < found.length; i++) {
      sum += all[i][found[i]];
    }
    return BigDecimal.valueOf(sum, scale);
  }

  private BigDecimal exactSum(int[] found) {
    BigDecimal sum = card.initialScore();
    for (int i = 0; i < found.length; i++) {
      sum = sum.add(card.characteristics().get(i).bins().get(found[i]).points(), Decimals.FEEL);
    }
    return sum;
  }

  private List<String> reasons(int[] found) {
    record Loss(BigDecimal points, String code) {}
    List<Loss> losses = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      if (found[i] != NO_BIN) {
        Characteristic characteristic = card.characteristics().get(i);
        Bin bin = characteristic.bins().get(found[i]);
        BigDecimal lost = card.method().lost(characteristic, bin.points());
        if (lost.signum() > 0 && !characteristic.reasonOf(bin).isEmpty()) {
          losses.add(new Loss(lost, characteristic.reasonOf(bin)));
        }
      }
    }
    losses.sort((a, b) -> b.points().compareTo(a.points()));
    Set<String> codes = new LinkedHashSet<>();
    losses.forEach(loss -> codes.add(loss.code()));
    return codes.stream().limit(card.reasons()).toList();
  }

  private Trace trace(String id, String name, int[] found, @Nullable Object value) {
    List<String> hits = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      if (found[i] != NO_BIN) {
        hits.add(card.characteristics().get(i).bins().get(found[i]).id());
      }
    }
    return Trace.of(new TraceStep(id, name, DecisionKind.SCORECARD, hits, value, false));
  }

  private Diagnostic wrongKind(int index, @Nullable Object value) {
    Characteristic characteristic = card.characteristics().get(index);
    ValueKind kind = characteristic.kind();
    return Diagnostic.error(
        "scorecard.wrong-kind",
        Place.of(characteristic.id()),
        card.name(),
        characteristic.input(),
        Diagnostic.term("type." + kind),
        Diagnostic.shortened(String.valueOf(value)));
  }
}
