package org.rulewright.dmn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decisiontable.Cell;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.decisiontable.InputClause;
import org.rulewright.decisiontable.OutputClause;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.TableRule;
import org.rulewright.expression.Conditions;
import org.rulewright.value.ValueKind;

/** Tells whether two tables mean the same, whatever became of their spaces, ids and order. */
final class TableLikeness {

  private TableLikeness() {}

  static boolean isSame(TableDefinition one, TableDefinition other) {
    return one.hitPolicy() == other.hitPolicy()
        && one.aggregator() == other.aggregator()
        && isSameInputs(one.inputs(), other.inputs())
        && isSameOutputs(one.outputs(), other.outputs())
        && isSameRules(one, other);
  }

  private static boolean isSameInputs(List<InputClause> one, List<InputClause> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!one.get(i).expression().strip().equals(other.get(i).expression().strip())
          || one.get(i).type() != other.get(i).type()
          || !Objects.equals(one.get(i).allowedValues(), other.get(i).allowedValues())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSameOutputs(List<OutputClause> one, List<OutputClause> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!Objects.equals(one.get(i).name(), other.get(i).name())
          || !Objects.equals(typeRef(one.get(i)), typeRef(other.get(i)))
          || !Objects.equals(one.get(i).defaultText(), other.get(i).defaultText())
          || !Objects.equals(one.get(i).allowedValues(), other.get(i).allowedValues())) {
        return false;
      }
    }
    return true;
  }

  /** Types the standard has no name for are written as none. */
  private static String typeRef(OutputClause output) {
    return TableXml.typeRef(output.type());
  }

  private static boolean isSameRules(TableDefinition one, TableDefinition other) {
    if (one.rules().size() != other.rules().size()) {
      return false;
    }
    Map<String, TableRule> byId = new HashMap<>();
    other.rules().forEach(rule -> byId.put(rule.id(), rule));
    for (int i = 0; i < one.rules().size(); i++) {
      var rule = one.rules().get(i);
      @Nullable TableRule match = byId.get(rule.id());
      // only where any rule is the one hit does their order mean nothing
      boolean inPlace =
          one.hitPolicy() == HitPolicy.UNIQUE || other.rules().get(i).id().equals(rule.id());
      if (match == null || !inPlace || !isSame(rule, match, one.inputs())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(TableRule one, TableRule other, List<InputClause> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (!isSame(one.inputs().get(i), other.inputs().get(i), columns.get(i).type())) {
        return false;
      }
    }
    for (int i = 0; i < one.outputs().size(); i++) {
      if (!one.outputs().get(i).text().strip().equals(other.outputs().get(i).text().strip())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Cell one, Cell other, FactType type) {
    if (one.text().strip().equals(other.text().strip())) {
      return true;
    }
    return kind(type)
        .flatMap(kind ->
            Conditions.read(one.text(), kind)
                .flatMap(left -> Conditions.read(other.text(), kind).map(left::equals)))
        .orElse(false);
  }

  static Optional<ValueKind> kind(FactType type) {
    return switch (type) {
      case NUMBER -> Optional.of(ValueKind.NUMBER);
      case DATE -> Optional.of(ValueKind.DATE);
      case TEXT -> Optional.of(ValueKind.TEXT);
      case BOOLEAN -> Optional.of(ValueKind.BOOLEAN);
      case TIME, DATE_TIME, DURATION, LIST, CONTEXT, ANY -> Optional.empty();
    };
  }
}
