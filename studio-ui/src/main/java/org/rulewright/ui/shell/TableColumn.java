package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link DataTable}.
 *
 * @param key its name in addresses; never translated, letters and digits only
 * @param text what it says, also in CSV and to the filter
 * @param cell its value for a workbook: a number, a time, a date or a truth value stays one,
 *     anything else is written as the text
 * @param cellFormat the number format of a workbook's cell; null for what suits the value
 * @param component how it looks where text alone is not enough
 */
public record TableColumn<T>(
    String key,
    String heading,
    Function<T, String> text,
    Function<T, @Nullable Object> cell,
    @Nullable String cellFormat,
    @Nullable Comparator<T> order,
    @Nullable Function<T, Component> component,
    boolean number,
    boolean shown,
    boolean wide) {

  public static <T> TableColumn<T> text(String key, String heading, Function<T, String> text) {
    return new TableColumn<>(
        key,
        heading,
        text,
        text::apply,
        null,
        Comparator.comparing(text),
        null,
        false,
        true,
        false);
  }

  /** A column ordered by a value other than its text: a time, a number. */
  public static <T, V extends Comparable<? super V>> TableColumn<T> value(
      String key, String heading, Function<T, @Nullable V> value, Function<T, String> text) {
    Comparator<T> order =
        Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
    return new TableColumn<>(
        key, heading, text, value::apply, null, order, null, false, true, false);
  }

  /** A column whose values are known only as objects; sorted, if at all, where the rows lie. */
  public static <T> TableColumn<T> object(
      String key, String heading, Function<T, @Nullable Object> value, Function<T, String> text) {
    return new TableColumn<>(key, heading, text, value, null, null, null, false, true, false);
  }

  /** Shows a component for the text. */
  public TableColumn<T> looksLike(Function<T, Component> look) {
    return new TableColumn<>(
        key, heading, text, cell, cellFormat, order, look, number, shown, wide);
  }

  /** Aligns to the right with digits of one width. */
  public TableColumn<T> asNumber() {
    return new TableColumn<>(
        key, heading, text, cell, cellFormat, order, component, true, shown, wide);
  }

  /** A fraction that a workbook, too, shows as a percentage. */
  public TableColumn<T> asPercent() {
    return new TableColumn<>(
        key, heading, text, cell, "0.00%", order, component, true, shown, wide);
  }

  /** An amount in yuan: a workbook has it to the cent, whatever unit the screen shows. */
  public TableColumn<T> asAmount() {
    return new TableColumn<>(
        key, heading, text, cell, "#,##0.00", order, component, true, shown, wide);
  }

  /** Writes into a workbook what it says, not the value it is ordered by. */
  public TableColumn<T> exportedAsText() {
    return new TableColumn<>(
        key, heading, text, text::apply, null, order, component, number, shown, wide);
  }

  /** Takes the room that is left instead of the room its longest text would need. */
  public TableColumn<T> asWide() {
    return new TableColumn<>(
        key, heading, text, cell, cellFormat, order, component, number, shown, true);
  }

  /** Hidden until the person chooses it. */
  public TableColumn<T> hidden() {
    return new TableColumn<>(
        key, heading, text, cell, cellFormat, order, component, number, false, wide);
  }
}
