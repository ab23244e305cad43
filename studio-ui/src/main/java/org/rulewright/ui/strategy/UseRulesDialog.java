package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.Strategy;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Notices;
import org.rulewright.version.Reuse.Wanted;
import org.rulewright.version.VersionSummary;

/** Chooses a strategy, one of its versions and decisions of it for the draft to use. */
class UseRulesDialog extends Dialog {
  private static final String A_NEW_ONE = "";

  private final transient DraftDesk desk;
  private final transient StrategyParts parts;
  private final transient Consumer<SaveResult> done;
  private final ComboBox<Strategy> strategy = new ComboBox<>(tr("strategy.imports.strategy"));
  private final Select<Integer> version = new Select<>();
  private final CheckboxGroup<String> decisions =
      new CheckboxGroup<>(tr("strategy.imports.decisions"));
  private final Select<String> user = new Select<>();
  private final Button use = new Button(tr("strategy.imports.use.do"));

  UseRulesDialog(DraftDesk desk, StrategyParts parts, Consumer<SaveResult> done) {
    this.desk = desk;
    this.parts = parts;
    this.done = done;
    setHeaderTitle(tr("strategy.imports.use"));
    setWidth("34rem");
    strategy.setItems(
        parts.strategies().list().stream()
            .filter(it -> !it.key().equals(desk.strategy()))
            .filter(it -> !parts.versions().list(it.key()).isEmpty())
            .toList());
    strategy.setItemLabelGenerator(it -> it.name(Messages.locale()) + " (" + it.key() + ")");
    strategy.setHelperText(tr("strategy.imports.strategy.help"));
    strategy.addValueChangeListener(change -> strategyChosen());
    version.setLabel(tr("strategy.version"));
    version.setItemLabelGenerator(number -> tr("strategy.version.number", number));
    version.addValueChangeListener(change -> versionChosen());
    decisions.addValueChangeListener(change -> ready());
    user.setLabel(tr("strategy.imports.user"));
    user.setHelperText(tr("strategy.imports.user.help"));
    user.setItemLabelGenerator(
        name -> name.equals(A_NEW_ONE) ? tr("strategy.imports.user.new") : name);
    List<String> users = new ArrayList<>(List.of(A_NEW_ONE));
    users.addAll(parts.reuse().decisions(desk.head()));
    user.setItems(users);
    user.setValue(A_NEW_ONE);
    use.addThemeVariants(ButtonVariant.PRIMARY);
    use.addClickListener(click -> use());
    var form = new VerticalLayout(strategy, version, decisions, user);
    form.setPadding(false);
    form.getChildren().forEach(it -> it.getElement().getStyle().set("width", "100%"));
    var content = new Div(new Paragraph(tr("strategy.imports.use.text")), form);
    content.addClassName("rw-stack");
    add(content);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()), use);
    ready();
  }

  private void strategyChosen() {
    var chosen = strategy.getValue();
    List<Integer> numbers =
        chosen == null
            ? List.of()
            : parts.versions().list(chosen.key()).stream().map(VersionSummary::number).toList();
    version.setItems(numbers);
    if (!numbers.isEmpty()) {
      version.setValue(numbers.getFirst());
    }
    versionChosen();
  }

  private void versionChosen() {
    var chosen = strategy.getValue();
    var number = version.getValue();
    decisions.setItems(
        chosen == null || number == null
            ? List.of()
            : parts.reuse().decisions(chosen.key(), number));
    ready();
  }

  private void ready() {
    use.setEnabled(
        strategy.getValue() != null
            && version.getValue() != null
            && !decisions.getValue().isEmpty());
  }

  private void use() {
    var chosen = user.getValue();
    var wanted =
        new Wanted(
            strategy.getValue().key(),
            version.getValue(),
            List.copyOf(decisions.getValue()),
            chosen == null || chosen.equals(A_NEW_ONE) ? null : chosen);
    close();
    parts
        .reuse()
        .use(desk.head(), wanted, desk.session(), desk.actor())
        .map(desk::taken)
        .ifPresentOrElse(
            done,
            () -> Notices.failed(tr("strategy.imports.gone"), tr("strategy.imports.gone.remedy")));
  }
}
