package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Strategies;
import org.rulewright.ui.shell.SignedIn;

/** Begins a strategy with one small table. */
class NewStrategyDialog extends Dialog {
  private final transient Strategies strategies;
  private final StrategyFields fields = new StrategyFields();
  private final Complaint complaint = new Complaint();

  NewStrategyDialog(Strategies strategies) {
    this.strategies = strategies;
    setHeaderTitle(tr("strategy.create"));
    setWidth("32rem");
    add(complaint, fields);
    var create =
        new Button(tr("strategy.create.verb"), click -> fields.read().ifPresent(this::create));
    create.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()), create);
    addOpenedChangeListener(change -> {
      if (change.isOpened()) {
        fields.focusFirst();
      }
    });
  }

  private void create(NewStrategy wanted) {
    switch (strategies.create(wanted, SignedIn.here().actor())) {
      case Created created -> {
        close();
        StrategyNavigation.open(created.strategy().key());
      }
      case CreateStrategyResult.Refused refused -> complaint.show(refused.refusals());
    }
  }
}
