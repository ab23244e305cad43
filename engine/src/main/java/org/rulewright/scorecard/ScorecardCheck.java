package org.rulewright.scorecard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.expression.Conditions;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;

/**
 * Finds what is doubtful about a scorecard, exactly: by the sets of values its bins take.
 *
 * <p>Values the dictionary does not allow are left out, and so is null of a fact that is required.
 */
public final class ScorecardCheck {

  private final Scorecard card;
  private final FactSchema facts;
  private final Set<String> reasonTexts;
  private final List<ScorecardFinding> found = new ArrayList<>();

  private ScorecardCheck(Scorecard card, FactSchema facts, Set<String> reasonTexts) {
    this.card = card;
    this.facts = facts;
    this.reasonTexts = reasonTexts;
  }

  /**
   * Returns everything found, characteristic by characteristic.
   *
   * @param facts what the dictionary says of the facts the card looks at
   * @param reasonTexts the reason codes there are texts for
   */
  public static List<ScorecardFinding> check(
      Scorecard card, FactSchema facts, Set<String> reasonTexts) {
    var check = new ScorecardCheck(card, facts, reasonTexts);
    card.characteristics().forEach(check::check);
    return check.found;
  }

  private void check(Characteristic characteristic) {
    List<ValueSet> taken = characteristic.taken();
    bins(characteristic, taken);
    gap(characteristic, taken);
    missing(characteristic, taken);
    trend(characteristic, taken);
    reasons(characteristic);
  }

  private void bins(Characteristic characteristic, List<ValueSet> taken) {
    ValueSet earlier = ValueSet.empty(characteristic.kind());
    for (int i = 0; i < taken.size(); i++) {
      Bin bin = characteristic.bins().get(i);
      ValueSet both = bin.takes().and(earlier);
      if (taken.get(i).isEmpty()) {
        add(
            "scorecard.covered-bin",
            Severity.WARNING,
            characteristic,
            bin,
            null,
            without(characteristic, i),
            text(bin));
      } else if (!bin.takes().hasAllValues() && !both.isEmpty()) {
        List<Bin> narrowed = new ArrayList<>(characteristic.bins());
        narrowed.set(i, with(bin, taken.get(i)));
        add(
            "scorecard.overlap",
            Severity.WARNING,
            characteristic,
            bin,
            both,
            fix("scorecard.fix.narrow", characteristic.with(narrowed)),
            text(bin),
            Diagnostic.shortened(Conditions.write(both)));
      }
      earlier = earlier.or(bin.takes());
    }
  }

  private List<Fix> without(Characteristic characteristic, int bin) {
    List<Bin> kept = new ArrayList<>(characteristic.bins());
    kept.remove(bin);
    return kept.isEmpty() ? List.of() : fix("scorecard.fix.remove", characteristic.with(kept));
  }

  private List<Fix> fix(String code, Characteristic better) {
    return List.of(new Fix(code, card.with(better)));
  }

  private static Bin with(Bin bin, ValueSet takes) {
    return new Bin(bin.id(), bin.label(), takes, bin.points(), bin.reasonCode());
  }

  /** Values no bin takes, for which there is no score. */
  private void gap(Characteristic characteristic, List<ValueSet> taken) {
    ValueSet left = allowed(characteristic).withoutNull();
    for (ValueSet set : taken) {
      left = left.minus(set);
    }
    if (!left.isEmpty()) {
      boolean categories =
          characteristic.kind() == ValueKind.TEXT
              && field(characteristic).filter(it -> !it.allowedValues().isEmpty()).isPresent();
      add(
          categories ? "scorecard.missing-category" : "scorecard.gap",
          Severity.WARNING,
          characteristic,
          null,
          left,
          fix("scorecard.fix.bin", withBin(characteristic, left)),
          Diagnostic.shortened(Conditions.write(left)));
    }
  }

  private void missing(Characteristic characteristic, List<ValueSet> taken) {
    boolean required = field(characteristic).filter(FactField::required).isPresent();
    if (!required && taken.stream().noneMatch(ValueSet::hasNull)) {
      ValueSet missing = ValueSet.missing(characteristic.kind());
      add(
          "scorecard.no-missing",
          Severity.WARNING,
          characteristic,
          null,
          missing,
          fix("scorecard.fix.bin", withBin(characteristic, missing)));
    }
  }

  /** With a bin for these values that is worth no points more and no less than the baseline. */
  private Characteristic withBin(Characteristic characteristic, ValueSet takes) {
    List<Bin> bins = new ArrayList<>(characteristic.bins());
    String id = characteristic.id() + "_bin";
    int number = bins.size() + 1;
    while (taken(id + number)) {
      number++;
    }
    bins.add(new Bin(id + number, "", takes, characteristic.baseline(), ""));
    return characteristic.with(bins);
  }

  private boolean taken(String id) {
    return card.characteristics().stream()
        .flatMap(it -> it.bins().stream())
        .anyMatch(bin -> bin.id().equals(id));
  }

  /** Points of ordered values that rise and fall; a bin of several stretches has no place. */
  private void trend(Characteristic characteristic, List<ValueSet> taken) {
    if (!characteristic.kind().isOrdered()) {
      return;
    }
    List<Integer> order = order(taken);
    boolean rises = false;
    boolean falls = false;
    for (int i = 1; i < order.size(); i++) {
      int change =
          characteristic
              .bins()
              .get(order.get(i))
              .points()
              .compareTo(characteristic.bins().get(order.get(i - 1)).points());
      rises |= change > 0;
      falls |= change < 0;
    }
    if (rises && falls) {
      add("scorecard.not-monotone", Severity.INFO, characteristic, null, null, List.of());
    }
  }

  /** The bins of one stretch each, by their values. */
  private static List<Integer> order(List<ValueSet> taken) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      if (taken.get(i).ranges().size() == 1) {
        order.add(i);
      }
    }
    order.sort((a, b) -> taken.get(a).compareFirst(taken.get(b)));
    return order;
  }

  private void reasons(Characteristic characteristic) {
    for (Bin bin : characteristic.bins()) {
      String code = characteristic.reasonOf(bin);
      boolean loses = card.method().lost(characteristic, bin.points()).signum() > 0;
      if (card.reasons() > 0 && loses && code.isEmpty()) {
        add(
            "scorecard.no-reason",
            Severity.WARNING,
            characteristic,
            bin,
            bin.takes(),
            List.of(),
            text(bin));
      } else if (card.reasons() > 0 && loses && !reasonTexts.contains(code)) {
        add(
            "scorecard.no-reason-text",
            Severity.WARNING,
            characteristic,
            bin,
            bin.takes(),
            List.of(),
            text(bin),
            code);
      }
    }
  }

  private static String text(Bin bin) {
    return bin.label().isBlank()
        ? Diagnostic.shortened(Conditions.write(bin.takes()))
        : bin.label();
  }

  private Optional<FactField> field(Characteristic characteristic) {
    return facts.fields().stream()
        .filter(it -> it.name().equals(characteristic.input()))
        .findFirst();
  }

  private ValueSet allowed(Characteristic characteristic) {
    List<Object> values =
        field(characteristic).map(FactField::allowedValues).orElse(List.of()).stream()
            .filter(value -> characteristic.kind().holds(value))
            .toList();
    return values.isEmpty()
        ? ValueSet.everything(characteristic.kind())
        : ValueSet.of(characteristic.kind(), values);
  }

  private void add(
      String code,
      Severity severity,
      Characteristic characteristic,
      @Nullable Bin bin,
      @Nullable ValueSet values,
      List<Fix> fixes,
      String... arguments) {
    List<String> all = new ArrayList<>();
    all.add(characteristic.label().isBlank() ? characteristic.name() : characteristic.label());
    all.addAll(List.of(arguments));
    Place place =
        bin == null ? Place.of(characteristic.id()) : Place.of(characteristic.id(), bin.id());
    Map<String, @Nullable Object> example =
        values == null
            ? Map.of()
            : Collections.singletonMap(characteristic.input(), values.example());
    found.add(new ScorecardFinding(new Diagnostic(code, severity, place, all), example, fixes));
  }
}
