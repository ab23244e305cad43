package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Date fields that speak the person's language. */
public final class DateFields {

  private DateFields() {}

  /** A field whose name stands within it, for the line above a table. */
  public static DatePicker date(String name) {
    var field = labelled("");
    field.setLabel(null);
    field.setPlaceholder(name);
    field.setAriaLabel(name);
    field.setClearButtonVisible(true);
    field.setWidth("10rem");
    return field;
  }

  /** A field with its name above it, for a form. */
  public static DatePicker labelled(String name) {
    var field = new DatePicker(name);
    field.setLocale(Messages.locale());
    var words = new DatePicker.DatePickerI18n();
    words.setToday(tr("shell.date.today"));
    words.setCancel(tr("shell.cancel"));
    words.setDateFormats("yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd");
    words.setFirstDayOfWeek(1);
    var locale = Messages.locale();
    words.setMonthNames(
        Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
            .toList());
    words.setWeekdays(days(TextStyle.FULL_STANDALONE));
    words.setWeekdaysShort(days(TextStyle.SHORT_STANDALONE));
    words.setBadInputErrorMessage(tr("shell.date.bad"));
    field.setI18n(words);
    return field;
  }

  private static List<String> days(TextStyle style) {
    // Vaadin's week begins on Sunday
    return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
        .limit(7)
        .map(day -> day.getDisplayName(style, Messages.locale()))
        .toList();
  }
}
