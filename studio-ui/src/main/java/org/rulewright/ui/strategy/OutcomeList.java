package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.DescriptionList;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The value of a decision, output by output. */
class OutcomeList extends DescriptionList {

  OutcomeList(@Nullable Object value) {
    addClassName("rw-outcome");
    if (value instanceof Map<?, ?> outputs) {
      outputs.forEach((name, output) -> line(String.valueOf(name), output));
    } else {
      line(tr("strategy.try.value"), value);
    }
  }

  private void line(String name, @Nullable Object value) {
    add(new Term(name), new Description(text(value)));
  }

  /** A FEEL value as people write it. */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case BigDecimal number -> number.toPlainString();
      case Collection<?> list ->
          list.stream().map(OutcomeList::text).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> context ->
          context.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Object other -> other.toString();
    };
  }
}
