package org.rulewright.ui.feature;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.FactType;
import org.rulewright.feature.Feature;
import org.rulewright.feature.FeatureData;
import org.rulewright.feature.FeatureName;
import org.rulewright.feature.FeatureResult;
import org.rulewright.feature.Features;
import org.rulewright.ui.shell.Confirmation;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.SignedIn;

/** Adds a feature to the dictionary or changes what one means. */
final class FeatureDialog extends Dialog {
  private final transient Features features;
  private final transient @Nullable Feature known;
  private final transient Runnable changed;
  private final TextField name = new TextField(tr("feature.name"));
  private final TextField zh = new TextField(tr("feature.labelZh"));
  private final TextField en = new TextField(tr("feature.labelEn"));
  private final Select<FactType> type = new Select<>();
  private final TextField unit = new TextField(tr("feature.unit"));
  private final TextField values = new TextField(tr("feature.values"));
  private final TextField owner = new TextField(tr("feature.owner"));
  private final TextField source = new TextField(tr("feature.source"));
  private final TextArea description = new TextArea(tr("feature.description"));

  private FeatureDialog(Features features, @Nullable Feature known, Runnable changed) {
    this.features = features;
    this.known = known;
    this.changed = changed;
    setHeaderTitle(tr(known == null ? "feature.add" : "feature.change"));
    setWidth("42rem");
    name.setHelperText(tr("feature.name.help"));
    values.setHelperText(tr("feature.values.help"));
    name.setId("feature-name");
    zh.setId("feature-zh");
    en.setId("feature-en");
    type.setLabel(tr("feature.type"));
    type.setItems(FactType.values());
    type.setItemLabelGenerator(each -> trOf("feature.type", each));
    type.setValue(FactType.NUMBER);
    List.of(name, zh, en).forEach(field -> field.setRequired(true));
    var form = new FormLayout(name, type, zh, en, unit, values, owner, source, description);
    form.setColspan(description, 2);
    add(form);
    if (known != null) {
      recall(known);
    }
    var save = new Button(tr("feature.save"), click -> save());
    save.addThemeNames("primary");
    save.setId("feature-save");
    getFooter().add(new Button(tr("feature.cancel"), click -> close()), save);
  }

  static FeatureDialog add(Features features, Runnable changed) {
    return new FeatureDialog(features, null, changed);
  }

  static FeatureDialog change(Features features, Feature known, Runnable changed) {
    return new FeatureDialog(features, known, changed);
  }

  private void recall(Feature feature) {
    var data = feature.data();
    name.setValue(feature.name().text());
    name.setReadOnly(true);
    zh.setValue(data.labelZh());
    en.setValue(data.labelEn());
    type.setValue(data.type());
    unit.setValue(data.unit());
    values.setValue(String.join(", ", data.allowedValues()));
    owner.setValue(data.owner());
    source.setValue(data.source());
    description.setValue(data.description());
    var retire = new Button(tr("feature.retire"), click -> retire(feature));
    retire.addThemeNames("tertiary", "error");
    getFooter().add(retire);
  }

  private void retire(Feature feature) {
    Confirmation.askDanger(
        tr("feature.retire.ask", feature.name().text()),
        tr("feature.retire.consequence"),
        tr("feature.retire"),
        () -> {
          features.retire(feature.name(), SignedIn.here().actor());
          close();
          changed.run();
        });
  }

  private void save() {
    var good =
        mark(name, FeatureName.isValid(name.getValue()), "feature.name.wrong")
            & mark(zh, !zh.getValue().isBlank(), "feature.label.missing")
            & mark(en, !en.getValue().isBlank(), "feature.label.missing");
    var data = good ? data() : Optional.<FeatureData>empty();
    if (data.isEmpty()) {
      return;
    }
    var actor = SignedIn.here().actor();
    var result =
        known == null
            ? features.create(new FeatureName(name.getValue()), data.get(), actor)
            : features.update(known.name(), known.revision(), data.get(), actor);
    switch (result) {
      case FeatureResult.Saved saved -> {
        close();
        Notices.done(tr("feature.saved"));
        changed.run();
      }
      case FeatureResult.NameTaken taken -> mark(name, false, "feature.name.taken");
      case FeatureResult.Conflict conflict ->
          Notices.failed(
              tr("feature.conflict", conflict.theirs().changedByName()),
              tr("feature.conflict.remedy"));
    }
  }

  private Optional<FeatureData> data() {
    var allowed =
        Arrays.stream(values.getValue().split("[,，、]"))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
    try {
      return Optional.of(
          new FeatureData(
              zh.getValue().strip(),
              en.getValue().strip(),
              type.getValue(),
              unit.getValue().strip(),
              allowed,
              owner.getValue().strip(),
              source.getValue().strip(),
              description.getValue().strip()));
    } catch (IllegalArgumentException wrongValue) {
      mark(values, false, "feature.values.wrong"); // labels were checked before
      return Optional.empty();
    }
  }

  private static boolean mark(TextField field, boolean good, String key) {
    field.setInvalid(!good);
    field.setErrorMessage(good ? "" : tr(key));
    return good;
  }
}
