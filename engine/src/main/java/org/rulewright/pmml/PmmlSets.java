package org.rulewright.pmml;

import java.util.Optional;
import org.rulewright.pmml.PmmlPredicate.Compound;
import org.rulewright.pmml.PmmlPredicate.Fixed;
import org.rulewright.pmml.PmmlPredicate.Simple;
import org.rulewright.pmml.PmmlPredicate.Truth;
import org.rulewright.value.ValueSet;

/** Conditions on one field as the sets of values they are true for. */
public final class PmmlSets {

  private PmmlSets() {}

  /** The values of a field a condition is true for, null among them where it is true of missing. */
  public static ValueSet trueFor(PmmlPredicate condition, PmmlField field) {
    var values = ofValues(condition, field);
    var missing = ValueSet.missing(field.kind());
    return condition.truth(any -> missing).equals(Optional.of(Truth.TRUE))
        ? values.or(missing)
        : values;
  }

  private static ValueSet ofValues(PmmlPredicate condition, PmmlField field) {
    var kind = field.kind();
    return switch (condition) {
      case Fixed(boolean always) -> always ? ValueSet.present(kind) : ValueSet.empty(kind);
      case Simple simple -> simple.takes().withoutNull();
      case Compound compound -> {
        var sets = compound.conditions().stream().map(it -> ofValues(it, field)).toList();
        yield switch (compound.join()) {
          case AND -> sets.stream().reduce(ValueSet.present(kind), ValueSet::and);
          case OR -> sets.stream().reduce(ValueSet.empty(kind), ValueSet::or);
          case XOR -> sets.stream().reduce(ValueSet.empty(kind), (a, b) -> a.or(b).minus(a.and(b)));
          // of a value that is there the first condition is known
          case SURROGATE -> sets.isEmpty() ? ValueSet.empty(kind) : sets.getFirst();
        };
      }
    };
  }

  /**
   * The values that are treated as these are, by what the mining schema says of values that are
   * missing or not declared.
   */
  public static ValueSet treated(ValueSet values, PmmlField field) {
    var missing = ValueSet.missing(field.kind());
    var set = values;
    var replacement = field.replacement();
    if (replacement != null) {
      set = set.contains(replacement) ? set.or(missing) : set.withoutNull();
    }
    return switch (field.invalid()) {
      case AS_IS -> set;
      case RETURN_INVALID -> set.and(field.valid().or(missing));
      case AS_MISSING -> {
        var valid = set.and(field.valid().or(missing));
        yield set.hasNull() ? valid.or(field.valid().not().withoutNull()) : valid;
      }
    };
  }
}
