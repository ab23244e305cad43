package org.rulewright.ui.audit;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import org.rulewright.audit.AuditEntry;
import org.rulewright.ui.shell.Formats;

/** One entry of the audit trail with all its details. */
class EntryDialog extends Dialog {
  private final DescriptionList facts = new DescriptionList();

  EntryDialog(AuditEntry entry) {
    var formats = Formats.here();
    setHeaderTitle(trOf("audit.action", entry.action()));
    setWidth("44rem");
    facts.addClassName("rw-facts");
    fact(tr("audit.position"), formats.number(entry.position()));
    fact(tr("audit.at"), formats.exactTime(entry.recordedAt()));
    fact(tr("audit.who"), entry.actor().name());
    fact(tr("audit.thing"), AuditWords.thing(entry.thing()));
    fact(tr("audit.thingId"), entry.thingId());
    entry
        .details()
        .forEach((name, value) -> fact(AuditWords.detail(name), AuditWords.value(value)));
    add(facts);
    getFooter().add(new Button(tr("shell.close"), click -> close()));
  }

  private void fact(String name, String value) {
    facts.add(new DescriptionList.Term(name), new DescriptionList.Description(new Span(value)));
  }
}
