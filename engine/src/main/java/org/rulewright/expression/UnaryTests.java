package org.rulewright.expression;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An input cell as a predicate on the value of its column.
 *
 * @param tests empty for the cell {@code -}, which matches everything
 * @param negated whether the tests stand inside {@code not(...)}
 */
public record UnaryTests(List<Test> tests, boolean negated) {

  public static final UnaryTests ANY = new UnaryTests(List.of(), false);

  public UnaryTests {
    tests = List.copyOf(tests);
  }

  /**
   * Compiles a cell.
   *
   * @return empty when the text is outside the subset, whether or not it is FEEL
   */
  public static Optional<UnaryTests> compile(String text) {
    return UnaryTestParser.parse(text);
  }

  /** The texts of the tests of a list, split at the commas outside quotes and brackets. */
  public static List<String> split(String text) {
    return UnaryTestParser.split(text).stream().map(String::strip).toList();
  }

  /** Whether the cell matches every value. */
  public boolean any() {
    return tests.isEmpty();
  }

  /** Tests in the order of the text and stops at the first match, as the reference engine does. */
  public Verdict test(@Nullable Object value) {
    if (any()) {
      return Verdict.MATCHES;
    }
    for (Test test : tests) {
      switch (test.test(value)) {
        case MATCHES -> {
          return negated ? Verdict.FAILS : Verdict.MATCHES;
        }
        case UNDECIDED -> {
          return Verdict.UNDECIDED;
        }
        case FAILS -> {}
      }
    }
    return negated ? Verdict.MATCHES : Verdict.FAILS;
  }
}
