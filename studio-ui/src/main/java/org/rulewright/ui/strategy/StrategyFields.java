package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Locale;
import java.util.Optional;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.StrategyKey;

/** The fields in which a strategy is named. */
class StrategyFields extends FormLayout {
  private final TextField nameZh = new TextField(tr("strategy.name.zh"));
  private final TextField nameEn = new TextField(tr("strategy.name.en"));
  private final TextField key = new TextField(tr("strategy.key"));
  private final TextArea purpose = new TextArea(tr("strategy.purpose"));
  private boolean keyIsOwn;

  StrategyFields() {
    setResponsiveSteps(new ResponsiveStep("0", 1));
    nameZh.setRequiredIndicatorVisible(true);
    nameZh.setMaxLength(NewStrategy.LONGEST_NAME);
    nameEn.setRequiredIndicatorVisible(true);
    nameEn.setMaxLength(NewStrategy.LONGEST_NAME);
    nameEn.setValueChangeMode(ValueChangeMode.EAGER);
    nameEn.addValueChangeListener(change -> proposeKey());
    key.setRequiredIndicatorVisible(true);
    key.setMaxLength(StrategyKey.LONGEST);
    key.setHelperText(tr("strategy.key.help"));
    key.addValueChangeListener(change -> keyIsOwn = keyIsOwn || change.isFromClient());
    purpose.setMaxLength(NewStrategy.LONGEST_PURPOSE);
    purpose.setMinRows(2);
    add(nameZh, nameEn, key, purpose);
  }

  /** What was written down, or nothing: then the fields say what is missing. */
  Optional<NewStrategy> read() {
    var parsed = StrategyKey.parse(key.getValue().strip());
    complain(nameZh, nameZh.getValue().isBlank(), tr("strategy.name.missing"));
    complain(nameEn, nameEn.getValue().isBlank(), tr("strategy.name.missing"));
    complain(key, parsed.isEmpty(), tr("strategy.key.wrong"));
    if (nameZh.isInvalid() || nameEn.isInvalid()) {
      return Optional.empty();
    }
    return parsed.map(
        found -> new NewStrategy(found, nameZh.getValue(), nameEn.getValue(), purpose.getValue()));
  }

  void focusFirst() {
    nameZh.focus();
  }

  /** Fills in what a file says of itself, where nothing is written yet. */
  void propose(String name) {
    if (nameZh.isEmpty()) {
      nameZh.setValue(name);
    }
    if (nameEn.isEmpty()) {
      nameEn.setValue(name);
    }
    proposeKey();
  }

  private void proposeKey() {
    if (!keyIsOwn) {
      key.setValue(keyFor(nameEn.getValue()));
    }
  }

  /** The key a name suggests: its letters and digits, joined by hyphens. */
  static String keyFor(String name) {
    var key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return key.length() <= StrategyKey.LONGEST
        ? key
        : key.substring(0, StrategyKey.LONGEST).replaceAll("-+$", "");
  }

  private static void complain(TextField field, boolean wrong, String complaint) {
    field.setErrorMessage(complaint);
    field.setInvalid(wrong);
  }
}
