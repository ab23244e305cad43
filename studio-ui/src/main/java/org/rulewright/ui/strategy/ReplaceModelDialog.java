package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.rulewright.asset.SaveResult;

/** Puts a DMN file in the place of the drawing, as a new revision that an undo takes back. */
class ReplaceModelDialog extends Dialog {
  private final transient DraftDesk desk;
  private final transient Consumer<SaveResult> done;
  private final Complaint complaint = new Complaint();

  ReplaceModelDialog(DraftDesk desk, Consumer<SaveResult> done) {
    this.desk = desk;
    this.done = done;
    setHeaderTitle(tr("strategy.replace.title"));
    setWidth("32rem");
    add(
        new Paragraph(tr("strategy.replace.text")),
        ModelUpload.of(this::take, complaint::show),
        complaint);
    getFooter().add(new Button(tr("shell.cancel"), click -> close()));
  }

  private void take(String fileName, byte[] bytes) {
    var result = desk.replaceModel(bytes, fileName);
    if (result instanceof SaveResult.Refused refused) {
      complaint.show(List.of(refused.refusal()));
    } else {
      close();
      done.accept(result);
    }
  }
}
