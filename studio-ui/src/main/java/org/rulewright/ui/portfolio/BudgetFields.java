package org.rulewright.ui.portfolio;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.simulation.BudgetPolicy;
import org.rulewright.simulation.ChurnCurve;

/** The budget of a run, or none. Percentages are typed as such and kept as fractions. */
final class BudgetFields extends Div {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Checkbox wanted = new Checkbox(tr("portfolio.budget.wanted"));
  private final BigDecimalField total = amount("portfolio.budget.total", "100000000");
  private final BigDecimalField loss = amount("portfolio.budget.loss", "60");
  private final BigDecimalField funding = amount("portfolio.budget.funding", "3");
  private final BigDecimalField smallest = amount("portfolio.budget.smallest", "100000");
  private final BigDecimalField step = amount("portfolio.budget.step", "10000");
  private final TextArea defaults = new TextArea(tr("portfolio.budget.defaults"));
  private final TextArea churn = new TextArea(tr("portfolio.budget.churn"));
  private final FormLayout form =
      new FormLayout(total, loss, funding, smallest, step, defaults, churn);

  BudgetFields() {
    defaults.setValue("A 1\nB 3\nC 6\nD 60");
    defaults.setHelperText(tr("portfolio.budget.defaults.help"));
    churn.setHelperText(tr("portfolio.budget.churn.help"));
    churn.setMaxHeight("10rem");
    form.setVisible(false);
    wanted.setId("portfolio-budget");
    wanted.addValueChangeListener(change -> form.setVisible(change.getValue()));
    addClassName("rw-stack");
    add(wanted, form);
  }

  private static BigDecimalField amount(String key, String usual) {
    var field = new BigDecimalField(tr(key));
    field.setValue(new BigDecimal(usual));
    return field;
  }

  /** Tells whether the budget can be used as typed, and marks what cannot. */
  boolean isValid() {
    if (!wanted.getValue()) {
      return true;
    }
    boolean valid = true;
    for (var field : List.of(total, smallest, step)) {
      valid &= mark(field, field.getValue() != null && field.getValue().signum() > 0);
    }
    for (var field : List.of(loss, funding)) {
      valid &= mark(field, isPercentage(field.getValue()));
    }
    valid &= mark(defaults, GradeTable.defaults(defaults.getValue()).isPresent());
    valid &= mark(churn, GradeTable.churn(churn.getValue()).isPresent());
    return valid;
  }

  /** Returns the budget as typed, or null where none is wanted. */
  @Nullable BudgetPolicy value() {
    return wanted.getValue() ? policy() : null;
  }

  private BudgetPolicy policy() {
    return new BudgetPolicy(
        total.getValue(),
        loss.getValue().divide(HUNDRED),
        funding.getValue().divide(HUNDRED),
        smallest.getValue(),
        step.getValue(),
        GradeTable.defaults(defaults.getValue()).orElseThrow(),
        Optional.of(churn.getValue()).flatMap(GradeTable::churn).orElse(ChurnCurve.NONE));
  }

  private static boolean isPercentage(@Nullable BigDecimal value) {
    return value != null && value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
  }

  private static boolean mark(BigDecimalField field, boolean good) {
    field.setInvalid(!good);
    field.setErrorMessage(good ? "" : tr("portfolio.budget.wrong"));
    return good;
  }

  private static boolean mark(TextArea field, boolean good) {
    field.setInvalid(!good);
    field.setErrorMessage(good ? "" : tr("portfolio.budget.wrongLine"));
    return good;
  }
}
