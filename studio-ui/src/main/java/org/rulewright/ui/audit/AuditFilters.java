package org.rulewright.ui.audit;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.ui.shell.DateFields;
import org.rulewright.ui.shell.Formats;

/** What to narrow the audit trail to: an action, a span of days. */
class AuditFilters extends Div {
  private static final int PAGE = 200;

  private final ComboBox<AuditAction> action = new ComboBox<>();
  private final DatePicker from = DateFields.date(tr("audit.from"));
  private final DatePicker until = DateFields.date(tr("audit.until"));

  AuditFilters(Runnable changed) {
    addClassName("rw-table-filters");
    action.setItems(AuditAction.values());
    action.setItemLabelGenerator(one -> trOf("audit.action", one));
    action.setPlaceholder(tr("audit.anyAction"));
    action.setAriaLabel(tr("audit.action"));
    action.setClearButtonVisible(true);
    action.addValueChangeListener(change -> changed.run());
    from.addValueChangeListener(change -> changed.run());
    until.addValueChangeListener(change -> changed.run());
    add(action, from, until);
  }

  AuditQuery query(String words, @Nullable Long before) {
    return new AuditQuery(
        null,
        action.getValue(),
        null,
        null,
        words.isEmpty() ? null : words,
        startOf(from.getValue()),
        startOf(next(until.getValue())),
        before,
        PAGE);
  }

  private static @Nullable LocalDate next(@Nullable LocalDate day) {
    return day == null ? null : day.plusDays(1);
  }

  private static @Nullable Instant startOf(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(Formats.here().zone()).toInstant();
  }
}
