package org.rulewright.ui.release;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rulewright.asset.StrategyKey;
import org.rulewright.release.ReleaseEvent;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.Tone;

/** The columns of a list of changes. */
final class ReleaseColumns {
  private static final int DIGEST_SHOWN = 12;

  private ReleaseColumns() {}

  static List<TableColumn<ReleaseEvent>> of(
      Formats formats, Map<StrategyKey, String> names, boolean withStrategy) {
    var columns = new ArrayList<TableColumn<ReleaseEvent>>();
    columns.add(
        TableColumn.value(
            "at", tr("release.at"), ReleaseEvent::at, event -> formats.exactTime(event.at())));
    if (withStrategy) {
      columns.add(
          TableColumn.text(
              "strategy",
              tr("release.strategy"),
              event -> names.getOrDefault(event.strategy(), event.strategy().value())));
    }
    columns.add(
        TableColumn.text(
            "environment",
            tr("release.environment"),
            event -> tr("release.environment." + event.environment())));
    columns.add(
        TableColumn.<ReleaseEvent>text(
                "kind", tr("release.kind"), event -> trOf("release.kind", event.kind()))
            .looksLike(ReleaseColumns::badge));
    columns.add(
        TableColumn.<ReleaseEvent, Integer>value(
                "version",
                tr("release.versionNumber"),
                ReleaseEvent::versionNumber,
                event -> formats.number(event.versionNumber()))
            .asNumber());
    columns.add(TableColumn.text("by", tr("release.by"), event -> event.by().name()));
    columns.add(
        TableColumn.text(
            "digest", tr("release.digest"), event -> event.digest().substring(0, DIGEST_SHOWN)));
    return columns;
  }

  private static StatusBadge badge(ReleaseEvent event) {
    return new StatusBadge(
        trOf("release.kind", event.kind()),
        event.kind() == ReleaseEvent.Kind.BACK ? Tone.WARNING : Tone.GOOD);
  }
}
