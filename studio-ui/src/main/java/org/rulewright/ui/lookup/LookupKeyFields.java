package org.rulewright.ui.lookup;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.decision.LookupShape;
import org.rulewright.lookup.LookupDefinition;
import org.rulewright.ui.shell.DateFields;

/** Asks for the row of a key, as a rule asks for it: by every key column, and as of a day. */
final class LookupKeyFields extends Div {
  private final transient List<Supplier<@Nullable Object>> fields = new ArrayList<>();
  private final @Nullable DatePicker day;

  /** What was typed into a field of a number and is none. */
  private static final Object WRONG = new Object();

  /**
   * Fields for the key of a table.
   *
   * @param asked is called with the key and the moment
   * @param all is called when every row is to be seen again
   */
  LookupKeyFields(
      LookupDefinition definition,
      BiConsumer<List<@Nullable Object>, OffsetDateTime> asked,
      Runnable all) {
    addClassName("rw-lookup-key");
    definition.keys().forEach(column -> add(column.type(), column));
    day = definition.dated() ? DateFields.date(tr("lookup.find.day")) : null;
    if (day != null) {
      day.setValue(LocalDate.now(ZoneId.systemDefault()));
      add(day);
    }
    var find = new Button(tr("lookup.find"), VaadinIcon.SEARCH.create(), click -> ask(asked));
    find.setId("lookup-find");
    find.addClickShortcut(Key.ENTER).listenOn(this);
    add(find, new Button(tr("lookup.find.all"), click -> all.run()));
  }

  private void add(FactType type, LookupShape.Column column) {
    switch (type) {
      case BOOLEAN -> {
        var field = new ComboBox<Boolean>();
        field.setItems(true, false);
        field.setItemLabelGenerator(value -> tr(value ? "lookup.true" : "lookup.false"));
        field.setPlaceholder(column.name());
        field.setAriaLabel(column.name());
        fields.add(field::getValue);
        add(field);
      }
      case DATE -> {
        var field = DateFields.date(column.name());
        fields.add(field::getValue);
        add(field);
      }
      default -> {
        var field = new TextField();
        field.setPlaceholder(column.name());
        field.setAriaLabel(column.name());
        field.setClearButtonVisible(true);
        fields.add(() -> typed(field, type));
        add(field);
      }
    }
  }

  private static @Nullable Object typed(TextField field, FactType type) {
    var text = field.getValue().strip();
    field.setInvalid(false);
    if (text.isEmpty() || type != FactType.NUMBER) {
      return text.isEmpty() ? null : text;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException noNumber) {
      field.setInvalid(true);
      field.setErrorMessage(tr("lookup.find.number"));
      return WRONG;
    }
  }

  private void ask(BiConsumer<List<@Nullable Object>, OffsetDateTime> asked) {
    List<@Nullable Object> key = new ArrayList<>();
    fields.forEach(field -> key.add(field.get()));
    var on =
        day == null || day.getValue() == null
            ? LocalDate.now(ZoneId.systemDefault())
            : day.getValue();
    if (!key.contains(WRONG)) {
      asked.accept(key, on.atStartOfDay(ZoneId.systemDefault()).toOffsetDateTime());
    }
  }
}
