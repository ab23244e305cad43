package org.rulewright.ui.portfolio;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.rulewright.asset.Strategy;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.environment.Environment;
import org.rulewright.simulation.PortfolioRequest;
import org.rulewright.simulation.PortfolioRuns;
import org.rulewright.simulation.PortfolioSubmission;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.SignedIn;

/** Asks what is to run over what, and with which budget. */
final class StartDialog extends Dialog {
  private final transient PortfolioRuns runs;
  private final ComboBox<Strategy> strategy = new ComboBox<>(tr("portfolio.strategy"));
  private final ComboBox<Environment> environment = new ComboBox<>(tr("portfolio.environment"));
  private final ComboBox<Dataset> dataset = new ComboBox<>(tr("portfolio.dataset"));
  private final ComboBox<String> subject = new ComboBox<>(tr("portfolio.subject"));
  private final MultiSelectComboBox<String> withheld =
      new MultiSelectComboBox<>(tr("portfolio.withheld"));
  private final BudgetFields budget = new BudgetFields();

  StartDialog(
      PortfolioRuns runs,
      List<Strategy> strategies,
      List<Environment> environments,
      List<Dataset> datasets) {
    this.runs = runs;
    setHeaderTitle(tr("portfolio.start"));
    setWidth("44rem");
    strategy.setItems(strategies);
    strategy.setItemLabelGenerator(each -> each.name(locale()));
    environment.setItems(environments);
    environment.setItemLabelGenerator(each -> each.label(locale()));
    environments.stream().skip(environments.size() - 1L).forEach(environment::setValue);
    dataset.setItems(datasets.stream().filter(each -> each.current() != null).toList());
    dataset.setItemLabelGenerator(Dataset::name);
    dataset.addValueChangeListener(chosen -> offerColumns(chosen.getValue()));
    withheld.setHelperText(tr("portfolio.withheld.help"));
    subject.setHelperText(tr("portfolio.subject.help"));
    List.of(strategy, environment, dataset, subject).forEach(box -> box.setRequired(true));
    strategy.setId("portfolio-strategy");
    dataset.setId("portfolio-dataset");
    subject.setId("portfolio-subject");
    if (strategies.size() == 1) {
      strategy.setValue(strategies.getFirst());
    }
    var form = new FormLayout(strategy, environment, dataset, subject, withheld);
    form.setColspan(withheld, 2);
    var whole = new Div(form, budget);
    whole.addClassName("rw-stack");
    add(whole);
    var cancel = new Button(tr("portfolio.cancel"), click -> close());
    var start = new Button(tr("portfolio.start"), click -> start());
    start.addThemeNames("primary");
    start.setId("portfolio-confirm");
    getFooter().add(cancel, start);
  }

  private void offerColumns(Dataset chosen) {
    var names =
        chosen == null ? List.<String>of() : chosen.columns().stream().map(Column::name).toList();
    subject.setItems(names);
    withheld.setItems(names);
    if (!names.isEmpty()) {
      subject.setValue(names.getFirst());
    }
  }

  private void start() {
    var missing =
        List.of(strategy, environment, dataset, subject).stream()
            .filter(box -> box.isEmpty())
            .toList();
    missing.forEach(box -> {
      box.setInvalid(true);
      box.setErrorMessage(tr("portfolio.required"));
    });
    if (!missing.isEmpty() || !budget.isValid()) {
      return;
    }
    var request =
        new PortfolioRequest(
            environment.getValue().name(),
            strategy.getValue().key(),
            dataset.getValue().id(),
            subject.getValue(),
            withheld.getValue(),
            budget.value());
    switch (runs.submit(request, SignedIn.here().actor())) {
      case PortfolioSubmission.Accepted accepted -> {
        close();
        PortfolioNavigation.open(accepted.run());
      }
      case PortfolioSubmission.Refused refused ->
          Notices.failed(
              trOf("portfolio.refused", refused.why()),
              tr("portfolio.refused.remedy." + refused.why().name()));
    }
  }
}
