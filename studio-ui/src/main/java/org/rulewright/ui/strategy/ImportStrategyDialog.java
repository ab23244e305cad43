package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Strategies;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.SignedIn;

/**
 * Begins a strategy from a DMN file, a PMML tree or scorecard, or a flow in BPMN; what cannot be
 * read is refused with the reason.
 */
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
    var upload = ModelUpload.of(this::take, complaint::show);
    upload.setAcceptedFileTypes(".dmn", ".pmml", ".bpmn", ".xml", "application/xml", "text/xml");
    upload.setDropLabel(new Span(tr("strategy.import.dropModel")));
    var content = new Div(upload, complaint, fields);
    content.addClassName("rw-stack");
    add(content);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()), create);
  }

  /** Looks into the file at once, so that an unreadable one is refused before any typing. */
  private void take(String fileName, byte[] bytes) {
    switch (ImportedFile.of(bytes, Messages.locale())) {
      case ImportedFile.Read read -> {
        model = read.file();
        create.setEnabled(true);
        fields.propose(read.name().isBlank() ? fileName : read.name());
        if (read.remarks().isEmpty()) {
          complaint.hide();
        } else {
          complaint.show(String.join(" ", read.remarks()));
        }
      }
      case ImportedFile.Refused(var reason) -> {
        model = null;
        create.setEnabled(false);
        complaint.show(tr("strategy.import.refused", fileName, reason));
      }
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
        open(created);
      }
      case CreateStrategyResult.Refused refused -> complaint.show(refused.refusals());
    }
  }

  private static void open(Created created) {
    if (created.draft().content().bpmn().isPresent()) {
      StrategyNavigation.openFlow(created.strategy().key());
    } else {
      StrategyNavigation.open(created.strategy().key());
    }
  }
}
