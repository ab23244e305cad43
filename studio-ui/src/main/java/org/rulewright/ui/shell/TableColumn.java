package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link DataTable}.
 *
 * @param key its name in addresses; never translated
 * @param text what it says, also in exports and to the filter
 * @param component how it looks where text alone is not enough
 */
public record TableColumn<T>(
    String key,
    String heading,
    Function<T, String> text,
    @Nullable Comparator<T> order,
    @Nullable Function<T, Component> component,
    boolean number,
    boolean shown,
    boolean wide) {

  public static <T> TableColumn<T> text(String key, String heading, Function<T, String> text) {
    return new TableColumn<>(
        key, heading, text, Comparator.comparing(text), null, false, true, false);
  }

  /** A column ordered by a value other than its text: a time, a number. */
  public static <T, V extends Comparable<? super V>> TableColumn<T> value(
      String key, String heading, Function<T, @Nullable V> value, Function<T, String> text) {
    Comparator<T> order =
        Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
    return new TableColumn<>(key, heading, text, order, null, false, true, false);
  }

  /** Shows a component for the text. */
  public TableColumn<T> looksLike(Function<T, Component> look) {
    return new TableColumn<>(key, heading, text, order, look, number, shown, wide);
  }

  /** Aligns to the right with digits of one width. */
  public TableColumn<T> asNumber() {
    return new TableColumn<>(key, heading, text, order, component, true, shown, wide);
  }

  /** Takes the room that is left instead of the room its longest text would need. */
  public TableColumn<T> asWide() {
    return new TableColumn<>(key, heading, text, order, component, number, shown, true);
  }

  /** Hidden until the person chooses it. */
  public TableColumn<T> hidden() {
    return new TableColumn<>(key, heading, text, order, component, number, false, wide);
  }
}
