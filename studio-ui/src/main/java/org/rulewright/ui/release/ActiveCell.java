package org.rulewright.ui.release;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.rulewright.release.ReleaseEvent;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** What runs in one environment: the version's number, since when and by whom. */
final class ActiveCell extends Div {

  ActiveCell(@Nullable ReleaseEvent event, Formats formats) {
    addClassName("rw-active-cell");
    if (event == null) {
      add(new StatusBadge(tr("release.nothing"), Tone.NEUTRAL));
      return;
    }
    var since = new Span(tr("release.sinceBy", formats.dateTime(event.at()), event.by().name()));
    since.addClassNames("rw-muted", "rw-small");
    add(new StatusBadge(tr("release.version", event.versionNumber()), Tone.GOOD), since);
  }
}
