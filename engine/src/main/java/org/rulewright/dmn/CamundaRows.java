package org.rulewright.dmn;

import camundajar.impl.scala.collection.immutable.Map$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.context.Context;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValBoolean;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.jspecify.annotations.NullUnmarked;
import org.rulewright.expression.RowFinder;

/** Rows of look-up tables as values of Camunda's FEEL. */
@NullUnmarked
final class CamundaRows {

  private CamundaRows() {}

  /** The row of a look-up table, as {@link LookupFunction} finds it for the other engines. */
  static Val lookup(List<Val> arguments) {
    Evaluation.step();
    if (!(arguments.getFirst() instanceof ValString table)
        || !(arguments.getLast() instanceof ValList parts)
        || !RowFinder.CURRENT.isBound()) {
      return new ValError("there is no such look-up table");
    }
    var key = new ArrayList<Object>();
    for (var part : CollectionConverters.asJava(parts.items())) {
      key.add(java(part));
    }
    return switch (RowFinder.CURRENT.get().row(table.value(), key)) {
      case null -> ValNull$.MODULE$;
      case Map<?, ?> row -> context(row);
      default -> new ValError("there is no look-up table with such key columns");
    };
  }

  /** A key as the look-up wants it; what cannot be one is of a type that no column has. */
  private static Object java(Val value) {
    return switch (value) {
      case ValNumber number -> number.value().bigDecimal();
      case ValString text -> text.value();
      case ValBoolean bool -> bool.value();
      case ValDate date -> date.value();
      case ValNull$ _ -> null;
      default -> value;
    };
  }

  private static Val context(Map<?, ?> row) {
    var values = new LinkedHashMap<String, Object>();
    row.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
    return new ValContext(
        new Context.StaticContext(
            Map$.MODULE$.from(CollectionConverters.asScala(values)), Map$.MODULE$.empty()));
  }

  private static Val value(Object value) {
    return switch (value) {
      case null -> ValNull$.MODULE$;
      case BigDecimal number -> new ValNumber(new camundajar.impl.scala.math.BigDecimal(number));
      case String text -> new ValString(text);
      case Boolean bool -> new ValBoolean(bool);
      case LocalDate date -> new ValDate(date);
      default -> throw new IllegalStateException("no look-up table holds " + value.getClass());
    };
  }
}
