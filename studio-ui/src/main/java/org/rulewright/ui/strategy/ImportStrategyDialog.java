package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Strategies;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.xml.UnreadableModelException;

/** Begins a strategy from a DMN file; what cannot be read is refused with the reason. */
class ImportStrategyDialog extends Dialog {
  private final transient Strategies strategies;
  private final StrategyFields fields = new StrategyFields();
  private final Complaint complaint = new Complaint();
  private final Button create = new Button(tr("strategy.import.verb"));
  private transient byte @Nullable [] model;

  ImportStrategyDialog(Strategies strategies) {
    this.strategies = strategies;
    setHeaderTitle(tr("strategy.import"));
    setWidth("32rem");
    create.addThemeVariants(ButtonVariant.PRIMARY);
    create.setEnabled(false);
    create.addClickListener(click -> fields.read().ifPresent(this::create));
    add(ModelUpload.of(this::take, complaint::show), complaint, fields);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()), create);
  }

  /** Looks into the file at once, so that an unreadable one is refused before any typing. */
  private void take(String fileName, byte[] bytes) {
    if (BpmnDocument.isBpmn(bytes)) {
      model = null;
      create.setEnabled(false);
      complaint.show(tr("strategy.import.flow", fileName));
      return;
    }
    try {
      var document = DmnDocument.read(bytes);
      model = bytes;
      complaint.hide();
      create.setEnabled(true);
      fields.propose(document.name().isBlank() ? fileName : document.name());
    } catch (UnreadableModelException unreadable) {
      model = null;
      create.setEnabled(false);
      complaint.show(
          tr("strategy.import.refused", fileName, unreadable.message(Messages.locale())));
    }
  }

  private void create(NewStrategy wanted) {
    var bytes = model;
    if (bytes == null) {
      return;
    }
    switch (strategies.createFrom(wanted, bytes, SignedIn.here().actor())) {
      case Created created -> {
        close();
        StrategyNavigation.open(created.strategy().key());
      }
      case CreateStrategyResult.Refused refused -> complaint.show(refused.refusals());
    }
  }
}
