package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.rulewright.ui.dmn.DmnEditor.SaveState;
import org.rulewright.ui.shell.Formats;

/** Says whether everything on the screen is stored. */
class SaveStatus extends Span {
  private transient Instant savedAt = Instant.EPOCH;

  SaveStatus() {
    addClassName("rw-save-status");
    getElement().setAttribute("role", "status");
  }

  void savedAt(Instant at) {
    savedAt = at;
    show(SaveState.SAVED);
  }

  void show(SaveState state) {
    getElement().setAttribute("data-state", state.name());
    setText(
        switch (state) {
          case SAVED -> tr("strategy.save.saved", Formats.here().exactTime(savedAt));
          case EDITING -> tr("strategy.save.editing");
          case SAVING -> tr("strategy.save.saving");
          case HELD -> tr("strategy.save.held");
        });
  }
}
