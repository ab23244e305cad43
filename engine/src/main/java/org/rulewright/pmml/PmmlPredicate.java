package org.rulewright.pmml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rulewright.value.ValueSet;

/**
 * A condition of PMML, which is true, false, or unknown where a value it needs is missing.
 *
 * @see <a href="https://dmg.org/pmml/v4-4-1/TreeModel.html">PMML 4.4.1, Predicates</a>
 */
public sealed interface PmmlPredicate {

  /** True, false or unknown. */
  enum Truth {
    TRUE,
    FALSE,
    UNKNOWN
  }

  /**
   * What is known of the condition when each field has a value of a set, null for missing; empty
   * where that differs from value to value.
   */
  Optional<Truth> truth(Function<PmmlField, ValueSet> known);

  /** The fields it looks at, in the order of the text. */
  Set<PmmlField> fields();

  /** The simple conditions it consists of, in the order of the text. */
  List<Simple> parts();

  /** {@code True} and {@code False}. */
  record Fixed(boolean value) implements PmmlPredicate {
    @Override
    public Optional<Truth> truth(Function<PmmlField, ValueSet> known) {
      return Optional.of(value ? Truth.TRUE : Truth.FALSE);
    }

    @Override
    public Set<PmmlField> fields() {
      return Set.of();
    }

    @Override
    public List<Simple> parts() {
      return List.of();
    }
  }

  /**
   * A condition on one field.
   *
   * @param takes where it is true; with null in it or out of it for the conditions on missing alone
   * @param knowsMissing whether the condition is about missing, and so never unknown
   */
  record Simple(PmmlField field, ValueSet takes, boolean knowsMissing) implements PmmlPredicate {
    @Override
    public Optional<Truth> truth(Function<PmmlField, ValueSet> known) {
      ValueSet values = known.apply(field);
      if (values.hasNull() && !knowsMissing) {
        return values.hasNoValues() ? Optional.of(Truth.UNKNOWN) : Optional.empty();
      }
      if (values.isWithin(takes)) {
        return Optional.of(Truth.TRUE);
      }
      return values.and(takes).isEmpty() ? Optional.of(Truth.FALSE) : Optional.empty();
    }

    @Override
    public Set<PmmlField> fields() {
      return Set.of(field);
    }

    @Override
    public List<Simple> parts() {
      return List.of(this);
    }
  }

  /** The ways to join conditions. */
  enum Join {
    AND,
    OR,
    XOR,
    /** The first that is not unknown. */
    SURROGATE
  }

  /** Several conditions as one. */
  record Compound(Join join, List<PmmlPredicate> conditions) implements PmmlPredicate {

    public Compound {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Optional<Truth> truth(Function<PmmlField, ValueSet> known) {
      List<Optional<Truth>> truths = conditions.stream().map(it -> it.truth(known)).toList();
      return switch (join) {
        case AND -> decided(truths, Truth.FALSE, Truth.TRUE);
        case OR -> decided(truths, Truth.TRUE, Truth.FALSE);
        case XOR -> xor(truths);
        case SURROGATE -> surrogate(truths);
      };
    }

    /** One that decides is enough; else all must be known, and one unknown makes it unknown. */
    private static Optional<Truth> decided(
        List<Optional<Truth>> truths, Truth deciding, Truth otherwise) {
      if (truths.contains(Optional.of(deciding))) {
        return Optional.of(deciding);
      }
      if (truths.stream().anyMatch(Optional::isEmpty)) {
        return Optional.empty();
      }
      return Optional.of(truths.contains(Optional.of(Truth.UNKNOWN)) ? Truth.UNKNOWN : otherwise);
    }

    private static Optional<Truth> xor(List<Optional<Truth>> truths) {
      if (truths.contains(Optional.of(Truth.UNKNOWN))) {
        return Optional.of(Truth.UNKNOWN);
      }
      if (truths.stream().anyMatch(Optional::isEmpty)) {
        return Optional.empty();
      }
      long yes = truths.stream().filter(it -> it.orElseThrow() == Truth.TRUE).count();
      return Optional.of(yes % 2 == 1 ? Truth.TRUE : Truth.FALSE);
    }

    private static Optional<Truth> surrogate(List<Optional<Truth>> truths) {
      for (Optional<Truth> truth : truths) {
        if (truth.isEmpty() || truth.get() != Truth.UNKNOWN) {
          return truth;
        }
      }
      return Optional.of(Truth.UNKNOWN);
    }

    @Override
    public Set<PmmlField> fields() {
      Set<PmmlField> fields = new LinkedHashSet<>();
      conditions.forEach(it -> fields.addAll(it.fields()));
      return fields;
    }

    @Override
    public List<Simple> parts() {
      List<Simple> parts = new ArrayList<>();
      conditions.forEach(it -> parts.addAll(it.parts()));
      return parts;
    }
  }
}
