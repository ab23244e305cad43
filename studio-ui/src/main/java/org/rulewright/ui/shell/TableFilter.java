package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A field above a table that narrows what it lists, and how the address keeps its value.
 *
 * @param key its name in addresses
 * @param read a value from an address; empty where somebody typed nonsense, which is passed over
 */
public record TableFilter<V>(
    String key,
    Component field,
    HasValue<?, V> value,
    Function<V, String> write,
    Function<String, Optional<V>> read) {

  /** One of the choices a box offers; they are set before. */
  public static <V> TableFilter<V> choice(String key, ComboBox<V> box, Function<V, String> name) {
    return new TableFilter<>(
        key,
        box,
        box,
        name,
        text ->
            box.getListDataView()
                .getItems()
                .filter(item -> name.apply(item).equals(text))
                .findFirst());
  }

  public static TableFilter<LocalDate> day(String key, DatePicker picker) {
    return new TableFilter<>(
        key, picker, picker, LocalDate::toString, text -> parsed(text, LocalDate::parse));
  }

  public static TableFilter<LocalDateTime> moment(String key, DateTimePicker picker) {
    return new TableFilter<>(
        key, picker, picker, LocalDateTime::toString, text -> parsed(text, LocalDateTime::parse));
  }

  public static TableFilter<Boolean> flag(String key, Checkbox box) {
    return new TableFilter<>(
        key, box, box, Object::toString, text -> Optional.of(Boolean.valueOf(text)));
  }

  String inAddress() {
    return value.isEmpty() ? "" : write.apply(value.getValue());
  }

  void recall(String text) {
    read.apply(text).ifPresent(value::setValue);
  }

  private static <V> Optional<V> parsed(String text, Function<String, V> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeParseException nonsense) {
      return Optional.empty(); // an address typed by hand: the filter stays open
    }
  }
}
