package org.rulewright.value;

/** The values of one kind, null not among them. */
sealed interface Values permits Stretches, Words {

  Values and(Values other);

  Values not();

  boolean isEmpty();

  boolean contains(Object value);

  /** A value that is in the set, the simplest that can be found; the set must not be empty. */
  Object example();
}
