package org.rulewright.ui.model;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.model.ModelInput;
import org.rulewright.model.ModelScore;
import org.rulewright.model.OpenResult;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.modelregistry.ModelVersion;
import org.rulewright.ui.shell.Notices;
import org.rulewright.value.Temporals;

/** Values for the inputs of a model, and what it gives for them. */
final class ModelTryPart extends Div {
  private final transient ModelRegistry models;
  private final transient ModelVersion version;
  private final Map<ModelInput, AbstractField<?, String>> fields = new LinkedHashMap<>();
  private final Div result = new Div();

  ModelTryPart(ModelRegistry models, ModelVersion version) {
    this.models = models;
    this.version = version;
    addClassName("rw-stack");
    var form = new FormLayout();
    for (var input : version.signature().inputs()) {
      form.add(field(input));
    }
    var score = new Button(tr("model.score"), click -> score());
    score.addThemeNames("primary");
    result.getElement().setAttribute("aria-live", "polite");
    add(form, new Div(score), result);
  }

  private Component field(ModelInput input) {
    switch (input.type()) {
      case BOOLEAN -> {
        return choice(input, List.of("true", "false"));
      }
      default -> {
        if (!input.allowed().isEmpty()) {
          return choice(input, input.allowed().stream().map(String::valueOf).toList());
        }
        var field = new TextField(input.name());
        field.setRequiredIndicatorVisible(!input.optional());
        fields.put(input, field);
        return field;
      }
    }
  }

  private Component choice(ModelInput input, List<String> values) {
    var field = new ComboBox<String>(input.name(), values);
    field.setClearButtonVisible(true);
    field.setAllowCustomValue(input.openSet());
    field.addCustomValueSetListener(event -> field.setValue(event.getDetail()));
    field.setRequiredIndicatorVisible(!input.optional());
    fields.put(input, field);
    return field;
  }

  private void score() {
    result.removeAll();
    Map<String, @Nullable Object> values = new HashMap<>();
    fields.forEach((input, field) -> values.put(input.name(), value(input, field.getValue())));
    switch (models.open(version)) {
      case OpenResult.Opened opened -> {
        try (var model = opened.model()) {
          show(model.score(values));
        }
      }
      case OpenResult.Refused refused ->
          Notices.failed(
              tr("model.refused", version.fileName()), ModelWords.problems(refused.problems()));
    }
  }

  /** The typed value; the text itself where it is not of the type, which the model then says. */
  private static @Nullable Object value(ModelInput input, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return switch (input.type()) {
      case NUMBER -> number(text.strip());
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> Temporals.date(text.strip()).map(Object.class::cast).orElse(text);
      default -> text;
    };
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notOfTheType) {
      return text;
    }
  }

  private void show(ModelScore score) {
    switch (score) {
      case ModelScore.Failed failed ->
          Notices.failed(tr("model.notScored"), ModelWords.problems(failed.problems()));
      case ModelScore.Scored scored -> {
        var list = new DescriptionList();
        list.addClassName("rw-facts");
        scored
            .outputs()
            .forEach((name, value) ->
                list.add(
                    new DescriptionList.Term(name),
                    new DescriptionList.Description(value == null ? "–" : text(value))));
        result.add(list);
      }
    }
  }

  private static String text(Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
