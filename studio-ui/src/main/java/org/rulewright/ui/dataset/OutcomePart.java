package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.Outcome;
import org.rulewright.dataset.OutcomeDefinition;
import org.rulewright.dataset.OutcomeResult;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.SignedIn;

/** Which column tells what became of a case, and what counts as bad. */
final class OutcomePart extends Div {
  private static final int LONGEST_WINDOW = 120;

  private final transient Datasets datasets;
  private final transient Dataset dataset;
  private final transient Consumer<Dataset> changed;
  private final ComboBox<String> column = new ComboBox<>(tr("dataset.outcome.column"));
  private final MultiSelectComboBox<String> bad =
      new MultiSelectComboBox<>(tr("dataset.outcome.bad"));
  private final IntegerField window = new IntegerField(tr("dataset.outcome.window"));
  private final TextField description = new TextField(tr("dataset.outcome.description"));

  OutcomePart(Datasets datasets, Dataset dataset, Consumer<Dataset> changed) {
    this.datasets = datasets;
    this.dataset = dataset;
    this.changed = changed;
    column.setItems(dataset.columns().stream().map(Column::name).toList());
    bad.setHelperText(tr("dataset.outcome.bad.help"));
    bad.setAllowCustomValue(true);
    bad.setItems(Set.of("true", "是", "1", "CHGOFF"));
    bad.addCustomValueSetListener(typed -> {
      var values = new HashSet<>(bad.getValue());
      values.add(typed.getDetail().strip());
      bad.setItems(values);
      bad.setValue(values);
    });
    window.setMin(1);
    window.setMax(LONGEST_WINDOW);
    var outcome = dataset.outcome();
    add(new Paragraph(outcome == null ? tr("dataset.outcome.none") : words(outcome)));
    if (outcome != null) {
      recall(outcome);
    }
    var save = new Button(tr("dataset.outcome.save"), click -> save());
    save.addThemeNames("primary");
    addClassNames("rw-panel", "rw-stack");
    add(new FormLayout(column, bad, window, description), new Div(save));
  }

  private void recall(Outcome outcome) {
    column.setValue(outcome.column());
    bad.setItems(outcome.badValues());
    bad.setValue(outcome.badValues());
    window.setValue(outcome.windowMonths());
    description.setValue(outcome.description());
  }

  private static String words(Outcome outcome) {
    return tr(
        "dataset.outcome.defined",
        outcome.column(),
        String.join(", ", outcome.badValues()),
        outcome.definedByName(),
        Formats.here().dateTime(outcome.definedAt()));
  }

  private void save() {
    column.setInvalid(column.isEmpty());
    bad.setInvalid(bad.isEmpty());
    column.setErrorMessage(tr("dataset.outcome.column.missing"));
    bad.setErrorMessage(tr("dataset.outcome.bad.missing"));
    if (column.isEmpty() || bad.isEmpty()) {
      return;
    }
    var definition =
        new OutcomeDefinition(
            column.getValue(), bad.getValue(), window.getValue(), description.getValue().strip());
    switch (datasets.defineOutcome(dataset.id(), definition, SignedIn.here().actor())) {
      case OutcomeResult.Defined defined -> {
        Notices.done(tr("dataset.outcome.saved"));
        changed.accept(datasets.get(dataset.id()));
      }
      case OutcomeResult.UnknownColumn unknown ->
          Notices.failed(
              tr("dataset.outcome.unknown", unknown.column()),
              tr("dataset.outcome.column.missing"));
    }
  }
}
