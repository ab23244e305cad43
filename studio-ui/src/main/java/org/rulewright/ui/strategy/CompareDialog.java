package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.Tone;
import org.rulewright.version.Change;
import org.rulewright.version.Differences;
import org.rulewright.version.VersionSummary;

/** What differs between two versions, or a version and the draft, cell by cell. */
class CompareDialog extends Dialog {
  private static final int DRAFT = 0;

  private final transient StrategyParts parts;
  private final transient StrategyKey strategy;
  private final Select<Integer> before = new Select<>();
  private final Select<Integer> after = new Select<>();
  private final Div result = new Div();

  CompareDialog(StrategyParts parts, StrategyKey strategy, VersionSummary version) {
    this.parts = parts;
    this.strategy = strategy;
    setHeaderTitle(tr("strategy.compare.title"));
    setWidth("min(96vw, 76rem)");
    setHeight("80vh");
    var numbers = new ArrayList<Integer>();
    numbers.add(DRAFT);
    parts.versions().list(strategy).forEach(line -> numbers.add(line.number()));
    prepare(before, "strategy.compare.before", numbers);
    prepare(after, "strategy.compare.after", numbers);
    if (version.number() > 1) {
      before.setValue(version.number() - 1);
      after.setValue(version.number());
    } else {
      before.setValue(version.number());
      after.setValue(DRAFT);
    }
    before.addValueChangeListener(change -> compare());
    after.addValueChangeListener(change -> compare());
    var choice = new Div(before, after);
    choice.addClassName("rw-line");
    result.addClassName("rw-differences");
    add(choice, result);
    getFooter().add(new Button(tr("shell.close"), click -> close()));
    compare();
  }

  private static void prepare(Select<Integer> select, String label, List<Integer> numbers) {
    select.setLabel(tr(label));
    select.setItems(numbers);
    select.setItemLabelGenerator(number ->
        number == DRAFT ? tr("strategy.compare.draft") : tr("strategy.version.number", number));
  }

  private StrategyContent content(int number) {
    return number == DRAFT
        ? parts.drafts().latest(strategy).content()
        : parts
            .versions()
            .find(strategy, number)
            .orElseThrow(() -> new IllegalStateException("no version " + number))
            .content();
  }

  private void compare() {
    result.removeAll();
    result.add(result(Differences.between(content(before.getValue()), content(after.getValue()))));
  }

  /** What differs, cell by cell. */
  static Component result(Differences differences) {
    return differences.changes().isEmpty()
        ? new EmptyState(
            VaadinIcon.COPY_O,
            tr("strategy.compare.same"),
            tr(
                differences.identical()
                    ? "strategy.compare.same.identical"
                    : "strategy.compare.same.layout"))
        : table(differences.changes());
  }

  private static Component table(List<Change> changes) {
    var table =
        new DataTable<Change>(
                tr("strategy.compare.title"),
                List.of(
                    TableColumn.<Change>text(
                            "kind",
                            tr("strategy.compare.kind"),
                            change -> trOf("strategy.compare.kind", change.kind()))
                        .looksLike(CompareDialog::kind),
                    TableColumn.text(
                        "name", tr("strategy.compare.where"), change -> change.place().name()),
                    TableColumn.text(
                        "subject",
                        tr("strategy.compare.what"),
                        change -> trOf("strategy.compare.subject", change.subject())),
                    TableColumn.<Change>text(
                            "before", tr("strategy.compare.before"), Change::before)
                        .looksLike(change -> text(change.before(), "rw-before")),
                    TableColumn.<Change>text("after", tr("strategy.compare.after"), Change::after)
                        .looksLike(change -> text(change.after(), "rw-after"))))
            .inAddressAs("differences");
    table.setRows(changes);
    return table;
  }

  private static Component kind(Change change) {
    return new StatusBadge(
        trOf("strategy.compare.kind", change.kind()),
        switch (change.kind()) {
          case ADDED -> Tone.GOOD;
          case REMOVED -> Tone.BAD;
          case CHANGED -> Tone.WARNING;
          case MOVED -> Tone.INFO;
        });
  }

  private static Component text(String text, String look) {
    var span = new Span(text);
    span.addClassNames("rw-difference", look);
    return span;
  }
}
