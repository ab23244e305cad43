package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.rulewright.asset.Reason;

/** One reason of the contract to edit: its code and its wording for the customer. */
class ReasonLine extends Div {
  private final TextField code = new TextField();
  private final TextField zh = new TextField();
  private final TextField en = new TextField();

  ReasonLine(Reason reason, boolean editable, Runnable changed, Consumer<ReasonLine> removed) {
    addClassName("rw-line");
    prepare(code, "strategy.contract.code", reason.code(), "12rem", editable, changed);
    prepare(zh, "strategy.contract.zh", reason.zh(), "19rem", editable, changed);
    prepare(en, "strategy.contract.en", reason.en(), "19rem", editable, changed);
    add(code, zh, en);
    if (editable) {
      var remove = new Button(VaadinIcon.TRASH.create(), click -> removed.accept(this));
      remove.addThemeNames("tertiary", "icon");
      remove.setAriaLabel(tr("strategy.contract.removeReason"));
      remove.setTooltipText(tr("strategy.contract.removeReason"));
      add(remove);
    }
  }

  private static void prepare(
      TextField field,
      String text,
      String value,
      String width,
      boolean editable,
      Runnable changed) {
    field.setPlaceholder(tr(text));
    field.setAriaLabel(tr(text));
    field.setValue(value);
    field.setWidth(width);
    field.setReadOnly(!editable);
    field.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        changed.run();
      }
    });
  }

  Reason read() {
    return new Reason(code.getValue().strip(), zh.getValue().strip(), en.getValue().strip());
  }

  void focus() {
    code.focus();
  }
}
