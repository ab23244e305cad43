package org.rulewright.decisiontree;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Formula;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decisiontree.TreeNode.Leaf;
import org.rulewright.expression.Expression;

/** What each leaf says: a value fixed at load where none of its texts needs a fact. */
final class LeafValues {

  private final List<String> names;

  /** INVARIANT: a leaf has formulas, or its value in {@code fixed} is final. */
  private final @Nullable List<Formula>[] formulas;

  private final @Nullable Object[] fixed;
  private final List<List<String>> reasonCodes;
  private final boolean withReasonCodes;
  private final double compiledShare;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists cannot be made otherwise
  LeafValues(
      TreeDefinition tree, List<Leaf> leaves, Set<String> variables, ReferenceEvaluator reference) {
    names = tree.outputs().stream().map(TreeOutput::name).toList();
    withReasonCodes = tree.hasReasonCodes();
    reasonCodes = leaves.stream().map(Leaf::reasonCodes).toList();
    formulas = new @Nullable List[leaves.size()];
    fixed = new @Nullable Object[leaves.size()];
    int compiled = 0;
    for (int leaf = 0; leaf < fixed.length; leaf++) {
      List<Formula> texts =
          leaves.get(leaf).outputs().stream()
              .map(text -> Formula.compile(text, variables, reference))
              .toList();
      compiled += (int) texts.stream().filter(Formula::isCompiled).count();
      List<@Nullable Object> constants = constants(texts);
      if (constants == null) {
        formulas[leaf] = texts;
      } else {
        fixed[leaf] = value(leaf, constants);
      }
    }
    compiledShare = fixed.length == 0 ? 1 : compiled / (double) (fixed.length * names.size());
  }

  /** The values of texts that need no fact; null where one does. */
  private static @Nullable List<@Nullable Object> constants(List<Formula> texts) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Formula text : texts) {
      Object value =
          text.compiled()
              .map(it -> new @Nullable Object[] {it.evaluate(Map.of())})
              .orElse(new @Nullable Object[] {Expression.UNDECIDED})[0];
      if (value == Expression.UNDECIDED) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  double compiledShare() {
    return compiledShare;
  }

  boolean isFixed(int leaf) {
    return formulas[leaf] == null;
  }

  /** The value of a leaf for which {@link #isFixed} holds. */
  @Nullable Object fixedValue(int leaf) {
    return fixed[leaf];
  }

  /** Evaluates the leaf; where that fails, problems are added and the value means nothing. */
  @Nullable Object evaluate(
      int leaf,
      Map<String, @Nullable Object> facts,
      OffsetDateTime asOf,
      List<Diagnostic> problems) {
    List<Formula> texts = formulas[leaf];
    if (texts == null) {
      return fixed[leaf];
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (Formula text : texts) {
      ReferenceAnswer answer = text.evaluate(facts, asOf);
      if (answer.failed()) {
        problems.addAll(answer.problems());
      }
      values.add(answer.value());
    }
    return value(leaf, values);
  }

  private @Nullable Object value(int leaf, List<@Nullable Object> values) {
    if (values.size() == 1 && !withReasonCodes) {
      return values.getFirst();
    }
    Map<String, @Nullable Object> context = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      context.put(names.get(i), values.get(i));
    }
    if (withReasonCodes) {
      context.put(TreeDefinition.REASON_CODES, reasonCodes.get(leaf));
    }
    return Collections.unmodifiableMap(context);
  }
}
