package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.LongConsumer;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.RevisionSummary;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.shell.Confirmation;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.TableColumn;

/** The revisions of a draft; any of them can be brought back. */
class HistoryPanel extends Div {
  private static final int MOST = 500;

  private final transient StrategyKey strategy;
  private final transient Drafts drafts;
  private final transient LongConsumer restore;
  private final DataTable<RevisionSummary> table =
      new DataTable<>(tr("strategy.section.HISTORY"), columns()).inAddressAs("history");

  HistoryPanel(StrategyKey strategy, Drafts drafts, boolean editable, LongConsumer restore) {
    this.strategy = strategy;
    this.drafts = drafts;
    this.restore = restore;
    addClassName("rw-history");
    if (editable) {
      table.addActions(this::restoreButton);
    }
    add(table);
  }

  void refresh() {
    table.setRows(drafts.revisions(strategy, MOST));
  }

  private Component restoreButton(RevisionSummary revision) {
    var button =
        new Button(
            tr("strategy.history.restore"),
            click ->
                Confirmation.ask(
                    tr("strategy.history.restore.question", revision.number()),
                    tr("strategy.history.restore.consequence"),
                    tr("strategy.history.restore"),
                    () -> restore.accept(revision.number())));
    button.addThemeVariants(ButtonVariant.SMALL);
    return button;
  }

  private static List<TableColumn<RevisionSummary>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.<RevisionSummary, Long>value(
                "number",
                tr("strategy.history.number"),
                RevisionSummary::number,
                revision -> Long.toString(revision.number()))
            .asNumber(),
        TableColumn.text(
            "kind",
            tr("strategy.history.kind"),
            revision -> trOf("strategy.revision", revision.kind())),
        TableColumn.text(
            "by", tr("strategy.history.by"), revision -> revision.saving().by().name()),
        TableColumn.value(
            "at",
            tr("strategy.history.at"),
            revision -> revision.saving().at(),
            revision -> formats.exactTime(revision.saving().at())),
        TableColumn.text(
            "summary", tr("strategy.history.summary"), revision -> revision.saving().summary()));
  }
}
