package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rulewright.asset.ContractInput;
import org.rulewright.decision.FactType;

/** One fact of the contract to edit. */
class InputLine extends Div {
  private final transient List<FeatureChoices.Known> known;
  private final ComboBox<String> feature = new ComboBox<>();
  private final Select<FactType> type = new Select<>();
  private final Checkbox required = new Checkbox(tr("strategy.contract.required"));
  private transient List<Object> allowed;

  InputLine(
      ContractInput input,
      List<FeatureChoices.Known> features,
      boolean editable,
      Runnable changed,
      Consumer<InputLine> removed) {
    known = features;
    allowed = input.allowedValues();
    addClassName("rw-line");
    prepareFeature(input);
    type.setItems(FactType.values());
    type.setItemLabelGenerator(found -> trOf("strategy.type", found));
    type.setAriaLabel(tr("strategy.contract.type"));
    type.setValue(input.type());
    required.setValue(input.required());
    feature.setReadOnly(!editable);
    type.setReadOnly(!editable);
    required.setReadOnly(!editable);
    feature.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        takeFromDictionary();
        changed.run();
      }
    });
    type.addValueChangeListener(change -> runIf(change.isFromClient(), changed));
    required.addValueChangeListener(change -> runIf(change.isFromClient(), changed));
    add(feature, type, required);
    if (editable) {
      add(removeButton(removed));
    }
  }

  private void prepareFeature(ContractInput input) {
    feature.setPlaceholder(tr("strategy.contract.feature"));
    feature.setAriaLabel(tr("strategy.contract.feature"));
    feature.setItems(known.stream().map(FeatureChoices.Known::name).toList());
    feature.setItemLabelGenerator(this::label);
    feature.setAllowCustomValue(true);
    feature.setWidth("20rem");
    feature.addCustomValueSetListener(set -> feature.setValue(set.getDetail().strip()));
    if (!input.feature().isEmpty()) {
      feature.setValue(input.feature());
    }
  }

  private String label(String name) {
    return find(name).map(found -> name + " · " + found.label()).orElse(name);
  }

  private void takeFromDictionary() {
    allowed = List.of();
    find(name())
        .ifPresent(found -> {
          type.setValue(found.type());
          allowed = found.allowedValues();
        });
  }

  private Optional<FeatureChoices.Known> find(String name) {
    return known.stream().filter(feature -> feature.name().equals(name)).findFirst();
  }

  private Button removeButton(Consumer<InputLine> removed) {
    var button = new Button(VaadinIcon.TRASH.create(), click -> removed.accept(this));
    button.addThemeNames("tertiary", "icon");
    button.setAriaLabel(tr("strategy.contract.removeInput"));
    button.setTooltipText(tr("strategy.contract.removeInput"));
    return button;
  }

  private static void runIf(boolean wanted, Runnable act) {
    if (wanted) {
      act.run();
    }
  }

  private String name() {
    var name = feature.getValue();
    return name == null ? "" : name;
  }

  ContractInput read() {
    return new ContractInput(name(), type.getValue(), required.getValue(), allowed);
  }

  void focus() {
    feature.focus();
  }
}
