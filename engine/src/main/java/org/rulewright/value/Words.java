package org.rulewright.value;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A set of texts or of booleans: those named, or all but those named.
 *
 * <p>INVARIANT: of booleans only those in the set are named, so that equal sets are equal objects.
 *
 * @param names in the order their author gave them, which means nothing
 */
record Words(Set<Object> names, boolean excluded, ValueKind kind) implements Values {

  static Words of(Set<Object> names, boolean excluded, ValueKind kind) {
    var kept = new LinkedHashSet<Object>();
    if (kind == ValueKind.BOOLEAN && excluded) {
      for (Object truth : new Object[] {true, false}) {
        if (!names.contains(truth)) {
          kept.add(truth);
        }
      }
    } else {
      kept.addAll(names);
    }
    return new Words(
        Collections.unmodifiableSet(kept), excluded && kind != ValueKind.BOOLEAN, kind);
  }

  @Override
  public Words and(Values values) {
    var other = (Words) values;
    if (excluded && !other.excluded) {
      return other.and(this);
    }
    var kept = new LinkedHashSet<>(names);
    if (!excluded) {
      kept.removeIf(name -> !other.contains(name));
    } else {
      kept.addAll(other.names);
    }
    return of(kept, excluded, kind);
  }

  @Override
  public Words not() {
    return of(names, !excluded, kind);
  }

  @Override
  public boolean isEmpty() {
    return !excluded && names.isEmpty();
  }

  @Override
  public boolean contains(Object value) {
    return names.contains(value) != excluded;
  }

  @Override
  public Object example() {
    if (!excluded) {
      return names.iterator().next();
    }
    String other = "other";
    while (names.contains(other)) {
      other += "_";
    }
    return other;
  }
}
