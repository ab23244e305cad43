package org.rulewright.dmn;

import camundajar.impl.scala.collection.immutable.List$;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValRange;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;
import org.jspecify.annotations.NullUnmarked;

/** Translates between our Java types and the values of Camunda's FEEL, and lets in no others. */
@NullUnmarked
final class CamundaValues extends JavaCustomValueMapper {

  private static final String ITS_OWN = "camundajar.impl.scala.";
  private static final BigDecimal LARGEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  static ValueMapper mapper() {
    return new ValueMapper.CompositeValueMapper(
        List$.MODULE$.from(
            CollectionConverters.asScala(
                java.util.List.<CustomValueMapper>of(new CamundaValues()))));
  }

  /** Leaves FEEL values to the engine; of any other object it would read the properties. */
  @Override
  public Optional<Val> toValue(Object value, Function<Object, Val> inner) {
    boolean known =
        switch (value) {
          case null -> true;
          case Val _, String _, Boolean _, Number _, Temporal _, TemporalAmount _ -> true;
          case Map<?, ?> _, Collection<?> _ -> true;
          default -> value.getClass().getName().startsWith(ITS_OWN);
        };
    if (!known) {
      throw new IllegalArgumentException("not a FEEL value: " + value.getClass().getName());
    }
    return Optional.empty();
  }

  @Override
  public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
    return switch (value) {
      case ValNumber number -> Optional.of(number.value().bigDecimal());
      case ValList list -> {
        var items = new ArrayList<Object>();
        CollectionConverters.asJava(list.items()).forEach(item -> items.add(inner.apply(item)));
        yield Optional.of(items);
      }
      case ValContext context -> {
        var entries = new LinkedHashMap<String, Object>();
        CollectionConverters.asJava(context.context().variableProvider().getVariables())
            .forEach(
                (name, it) -> entries.put(name, it instanceof Val val ? inner.apply(val) : it));
        yield Optional.of(entries);
      }
      // what cannot leave an expression is shown as it is written
      case ValRange range -> Optional.of(range.toString());
      case ValFunction _ -> Optional.of("function");
      default -> Optional.empty();
    };
  }

  /** What an aggregator takes of a number: it knows Java's integers and doubles only. */
  static Object forAggregator(Object value) {
    if (!(value instanceof BigDecimal number)) {
      return value;
    }
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (whole && number.abs().compareTo(LARGEST_LONG) <= 0) {
      return number.longValueExact();
    }
    return number.doubleValue();
  }
}
