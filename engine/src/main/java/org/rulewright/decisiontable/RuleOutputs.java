package org.rulewright.decisiontable;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Formula;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.expression.Expression;

/** What each rule gives: a value fixed at load where all its output cells are constants. */
final class RuleOutputs {

  private final TableNames table;
  private final List<OutputClause> clauses;
  private final String[] names;
  private final @Nullable AllowedValues[] allowed;

  /** INVARIANT: a rule has formulas, or its value in {@code fixed} is final. */
  private final Formula[] @Nullable [] formulas;

  private final @Nullable Object[] fixed;

  RuleOutputs(
      TableNames table,
      TableDefinition definition,
      Set<String> variables,
      ReferenceEvaluator reference) {
    this.table = table;
    this.clauses = definition.outputs();
    this.names =
        clauses.stream()
            .map(clause -> clause.name() == null ? definition.name() : clause.name())
            .toArray(String[]::new);
    this.allowed =
        clauses.stream()
            .map(clause ->
                clause.allowedValues() == null || clause.allowedValues().isBlank()
                    ? null
                    : new AllowedValues(clause.allowedValues(), clause.type(), reference))
            .toArray(AllowedValues[]::new);
    int rules = definition.rules().size();
    this.formulas = new Formula[rules][];
    this.fixed = new @Nullable Object[rules];
    compile(definition.rules(), variables, reference);
  }

  private void compile(List<TableRule> rules, Set<String> variables, ReferenceEvaluator reference) {
    Map<String, Formula> compiled = new HashMap<>();
    Map<List<@Nullable Object>, Object> shared = new HashMap<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      Formula[] cells =
          rules.get(rule).outputs().stream()
              .map(cell -> cell.text().isBlank() ? "null" : cell.text())
              .map(text ->
                  compiled.computeIfAbsent(text, it -> Formula.compile(it, variables, reference)))
              .toArray(Formula[]::new);
      if (Arrays.stream(cells).allMatch(RuleOutputs::isConstant)) {
        @Nullable Object[] values =
            Arrays.stream(cells).map(RuleOutputs::constant).toArray(Object[]::new);
        // Decimals that differ in scale only are different here, so nothing is lost by sharing.
        fixed[rule] =
            names.length == 1
                ? values[0]
                : shared.computeIfAbsent(
                    Arrays.asList(values), it -> new OutputContext(names, values));
      } else {
        formulas[rule] = cells;
      }
    }
  }

  static boolean isConstant(Formula formula) {
    return formula.compiled().filter(Expression::isConstant).isPresent();
  }

  private static @Nullable Object constant(Formula formula) {
    return formula.compiled().orElseThrow().evaluate(Map.of());
  }

  String[] names() {
    return names;
  }

  /** Whether the value of the rule depends on nothing and is known to be allowed. */
  boolean isFixed(int rule) {
    if (formulas[rule] != null) {
      return false;
    }
    for (AllowedValues values : allowed) {
      if (values != null) {
        return false;
      }
    }
    return true;
  }

  /** Whether the value of the rule depends on nothing, and neither does whether it is allowed. */
  boolean isConstant(int rule) {
    if (formulas[rule] != null) {
      return false;
    }
    for (AllowedValues values : allowed) {
      if (values != null && !values.isConstant()) {
        return false;
      }
    }
    return true;
  }

  /** The value of a rule for which {@link #isFixed} holds. */
  @Nullable Object fixedValue(int rule) {
    return fixed[rule];
  }

  /** Evaluates the rule; where that fails, problems are added and the value means nothing. */
  @Nullable Object evaluate(
      int rule,
      Map<String, @Nullable Object> variables,
      OffsetDateTime asOf,
      List<Diagnostic> problems) {
    Formula @Nullable [] cells = formulas[rule];
    Object value = cells == null ? fixed[rule] : evaluate(cells, variables, asOf, problems);
    for (int i = 0; i < names.length && problems.isEmpty(); i++) {
      AllowedValues values = allowed[i];
      if (values != null) {
        Object output = output(value, i);
        if (!values.allows(output, variables, asOf)) {
          problems.add(notAllowed(rule, i, output, values));
        }
      }
    }
    return value;
  }

  private @Nullable Object evaluate(
      Formula[] cells,
      Map<String, @Nullable Object> variables,
      OffsetDateTime asOf,
      List<Diagnostic> problems) {
    @Nullable Object[] values = new Object[cells.length];
    for (int i = 0; i < cells.length; i++) {
      ReferenceAnswer answer = cells[i].evaluate(variables, asOf);
      if (answer.failed()) {
        problems.addAll(answer.problems());
      }
      values[i] = answer.value();
    }
    return names.length == 1 ? values[0] : new OutputContext(names, values);
  }

  /** One output out of the value of a rule. */
  @Nullable Object output(@Nullable Object value, int index) {
    return names.length > 1 && value instanceof Map<?, ?> context
        ? context.get(names[index])
        : value;
  }

  /** Positions of the outputs among their allowed values; those without any do not count. */
  int[] ranks(
      @Nullable Object value, Map<String, @Nullable Object> variables, OffsetDateTime asOf) {
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      AllowedValues values = allowed[i];
      if (values != null) {
        ranks.add(values.rank(output(value, i), variables, asOf));
      }
    }
    return ranks.stream().mapToInt(Integer::intValue).toArray();
  }

  private Diagnostic notAllowed(
      int rule, int index, @Nullable Object output, AllowedValues values) {
    return Diagnostic.error(
        "table.output-not-allowed",
        Place.of(table.id(), clauses.get(index).id()),
        table.name(),
        String.valueOf(rule + 1),
        names[index],
        Diagnostic.shortened(String.valueOf(output)),
        Diagnostic.shortened(values.text()));
  }

  /** How many output cells there are, and how many of them our compiler took. */
  CellCount count() {
    int total = fixed.length * names.length;
    long delegated =
        Arrays.stream(formulas)
            .filter(it -> it != null)
            .flatMap(Arrays::stream)
            .filter(formula -> !formula.isCompiled())
            .count();
    return new CellCount(total, (int) (total - delegated));
  }
}
