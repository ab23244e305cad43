package org.rulewright.dmn;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeMap;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;

/** How many cases of the kit our own engine decides without the reference engine. */
final class TckShare {

  private static final Set<DecisionKind> PLAIN =
      Set.of(DecisionKind.DECISION_TABLE, DecisionKind.LITERAL_EXPRESSION);

  private int plain;
  private int plainCompiled;
  private int other;
  private int otherCompiled;
  private final TreeMap<String, int[]> byFolder = new TreeMap<>();

  void count(Path file, DmnModel model, TckCase test, OffsetDateTime asOf) {
    boolean compiled =
        test.nodes().stream().allMatch(node -> isCompiled(model, test, node.name(), asOf));
    if (test.nodes().stream().allMatch(node -> isPlain(model, test, node.name()))) {
      plain++;
      plainCompiled += compiled ? 1 : 0;
    } else {
      other++;
      otherCompiled += compiled ? 1 : 0;
    }
    var counts = byFolder.computeIfAbsent(String.valueOf(file.getFileName()), _ -> new int[2]);
    counts[0]++;
    counts[1] += compiled ? 1 : 0;
  }

  private static boolean isCompiled(
      DmnModel model, TckCase test, String node, OffsetDateTime asOf) {
    if (test.service() != null) {
      return false;
    }
    var observed = model.observe(node, Facts.of(test.inputs()), asOf);
    return observed.delegations() == 0 && observed.outcome() instanceof Outcome.Decided;
  }

  /** Whether the node and all it requires are tables and literal expressions, and call nothing. */
  private static boolean isPlain(DmnModel model, TckCase test, String node) {
    return test.service() == null
        && model.chain(node).stream()
            .allMatch(it -> PLAIN.contains(it.kind()) && it.requiredKnowledge().isEmpty());
  }

  double ofTablesAndLiterals() {
    return plain == 0 ? 0 : plainCompiled / (double) plain;
  }

  double ofAll() {
    return plain + other == 0 ? 0 : (plainCompiled + otherCompiled) / (double) (plain + other);
  }

  @Override
  public String toString() {
    return "DMN TCK, cases that expect a value and ran compiled: tables and literal expressions "
        + "%d of %d (%.1f %%), boxed expressions and services %d of %d, all %.1f %%"
            .formatted(
                plainCompiled,
                plain,
                100 * ofTablesAndLiterals(),
                otherCompiled,
                other,
                100 * ofAll());
  }

  /** The folders where cases are left to the reference engine, with their numbers. */
  String gaps() {
    var text = new StringBuilder();
    byFolder.forEach((folder, counts) -> {
      if (counts[1] < counts[0]) {
        text.append("%n  %4d of %4d  %s".formatted(counts[1], counts[0], folder));
      }
    });
    return text.toString();
  }
}
