package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.ContractInput;
import org.rulewright.ui.shell.Messages;

/** A field for one fact, suited to its type. */
final class FactInput {
  private final AbstractField<?, ?> field;

  FactInput(ContractInput input) {
    field = fieldFor(input);
    if (field instanceof HasSize sized) {
      sized.setWidthFull();
    }
    field.setRequiredIndicatorVisible(input.required());
  }

  Component component() {
    return field;
  }

  /** The fact as JSON would deliver it; nothing where the field is empty. */
  Optional<Object> value() {
    return field.isEmpty()
        ? Optional.empty()
        : Optional.of(
            switch (field.getValue()) {
              case Choice choice -> choice.value();
              case LocalDate date -> date.toString();
              case Object other -> other;
            });
  }

  /** Puts back what was typed before, if the field can still hold it. */
  @SuppressWarnings("unchecked") // the value's class is compared with the field's just before
  void set(@Nullable Object value) {
    if (value instanceof String text && field instanceof TextField) {
      ((HasValue<?, String>) field).setValue(text);
    } else if (value instanceof BigDecimal number && field instanceof BigDecimalField) {
      ((HasValue<?, BigDecimal>) field).setValue(number);
    }
  }

  /** A value to choose, and how it reads. */
  private record Choice(Object value, String label) {}

  private static AbstractField<?, ?> fieldFor(ContractInput input) {
    var label = input.feature();
    if (!input.allowedValues().isEmpty()) {
      return choice(
          label,
          input.allowedValues().stream()
              .map(value -> new Choice(value, Objects.toString(value)))
              .toArray(Choice[]::new));
    }
    return switch (input.type()) {
      case NUMBER -> number(label);
      case BOOLEAN ->
          choice(
              label,
              new Choice(true, tr("strategy.try.true")),
              new Choice(false, tr("strategy.try.false")));
      case DATE -> date(label);
      case TEXT, TIME, DATE_TIME, DURATION, LIST, CONTEXT, ANY -> new TextField(label);
    };
  }

  private static BigDecimalField number(String label) {
    var field = new BigDecimalField(label);
    field.setLocale(Messages.locale());
    return field;
  }

  private static DatePicker date(String label) {
    var field = new DatePicker(label);
    field.setLocale(Messages.locale());
    return field;
  }

  private static ComboBox<Choice> choice(String label, Choice... choices) {
    var field = new ComboBox<Choice>(label, choices);
    field.setItemLabelGenerator(Choice::label);
    field.setClearButtonVisible(true);
    return field;
  }
}
