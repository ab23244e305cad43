package org.rulewright.dmn;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.expression.Expression;

/**
 * What is known about the types of a table's outputs.
 *
 * <p>In the standard an output cell that is not of its column's type fails the table. The compiled
 * table leaves that to us: some tables cannot fail so, in some the result shows it, and the rest is
 * the reference engine's.
 */
enum OutputTypes {
  /** Every cell is a constant of its column's type. */
  SURE,
  /** Everything that was evaluated is in the result, and is looked at there. */
  IN_THE_RESULT,
  /** A cell of another type could hide behind the result. */
  UNCERTAIN;

  static OutputTypes of(TableDefinition table, Set<String> names) {
    if (isSure(table, names)) {
      return SURE;
    }
    return switch (table.hitPolicy()) {
      case UNIQUE, FIRST, ANY, RULE_ORDER, OUTPUT_ORDER -> IN_THE_RESULT;
      case COLLECT -> table.aggregator() == null ? IN_THE_RESULT : UNCERTAIN;
      case PRIORITY -> UNCERTAIN;
    };
  }

  private static boolean isSure(TableDefinition table, Set<String> names) {
    for (int column = 0; column < table.outputs().size(); column++) {
      var type = table.outputs().get(column).type();
      if (type == FactType.ANY) {
        continue;
      }
      var seen = new HashSet<String>();
      for (var rule : table.rules()) {
        var text = rule.outputs().get(column).text();
        if (seen.add(text) && !isSure(text, type, names)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isSure(String text, FactType type, Set<String> names) {
    return text.isEmpty()
        || Expression.compile(text, names)
            .filter(it ->
                it instanceof Expression.Constant(Object value) && Conformity.isOf(type, value))
            .isPresent();
  }

  /** Whether a result shows nothing of another type than its column's. */
  static boolean conforms(TableDefinition table, @Nullable Object result) {
    boolean list =
        switch (table.hitPolicy()) {
          case COLLECT, RULE_ORDER, OUTPUT_ORDER -> true;
          case UNIQUE, FIRST, ANY, PRIORITY -> false;
        };
    return list && result instanceof List<?> hits
        ? hits.stream().allMatch(hit -> conformsOne(table.outputs(), hit))
        : conformsOne(table.outputs(), result);
  }

  private static boolean conformsOne(List<OutputClause> columns, @Nullable Object hit) {
    if (columns.size() == 1) {
      return columns.getFirst().type() == FactType.ANY
          || Conformity.isOf(columns.getFirst().type(), hit);
    }
    return hit == null
        || (hit instanceof Map<?, ?> context
            && columns.stream()
                .allMatch(it ->
                    it.type() == FactType.ANY
                        || Conformity.isOf(it.type(), context.get(it.name()))));
  }
}
