package org.rulewright.ui.audit;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.ui.shell.DateFields;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.TableFilter;

/** What to narrow the audit trail to: an action, a span of days. */
class AuditFilters {
  private static final int PAGE = 200;

  private final ComboBox<AuditAction> action = new ComboBox<>();
  private final DatePicker from = DateFields.date(tr("audit.from"));
  private final DatePicker until = DateFields.date(tr("audit.until"));

  AuditFilters(Runnable changed) {
    action.setItems(AuditAction.values());
    action.setItemLabelGenerator(one -> trOf("audit.action", one));
    action.setPlaceholder(tr("audit.anyAction"));
    action.setAriaLabel(tr("audit.action"));
    action.setClearButtonVisible(true);
    action.addValueChangeListener(change -> changed.run());
    from.addValueChangeListener(change -> changed.run());
    until.addValueChangeListener(change -> changed.run());
  }

  /** The fields, for the line above the table. */
  TableFilter<?>[] fields() {
    return new TableFilter<?>[] {
      TableFilter.choice("action", action, AuditAction::name),
      TableFilter.day("from", from),
      TableFilter.day("until", until)
    };
  }

  /** What is looked for now, with neither words nor a place to go on from. */
  AuditQuery query() {
    return new AuditQuery(
        null,
        action.getValue(),
        null,
        null,
        null,
        startOf(from.getValue()),
        startOf(next(until.getValue())),
        null,
        PAGE);
  }

  private static @Nullable LocalDate next(@Nullable LocalDate day) {
    return day == null ? null : day.plusDays(1);
  }

  private static @Nullable Instant startOf(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(Formats.here().zone()).toInstant();
  }
}
