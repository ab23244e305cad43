package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.SideRevision;
import org.rulewright.ui.dmn.DmnViewer;
import org.rulewright.ui.shell.Formats;
import org.rulewright.version.Change;
import org.rulewright.version.ChangePlace;
import org.rulewright.version.Differences;

/** Two people changed the same draft: shows both sides, and lets the later one decide. */
class ConflictDialog extends Dialog {

  /** What can be done about it; nothing is lost by either. */
  interface Choice {
    void keepMine();

    void takeTheirs();

    void downloadMine();
  }

  /**
   * The dialog.
   *
   * @param view id of the element whose view the person has open
   */
  ConflictDialog(DraftRevision theirs, SideRevision mine, String view, Choice choice) {
    setHeaderTitle(tr("strategy.conflict.title"));
    setWidth("min(96vw, 90rem)");
    setHeight("86vh");
    setCloseOnOutsideClick(false);
    addClassName("rw-conflict");
    var theirViewer = new DmnViewer(theirs.dmn());
    var myViewer = new DmnViewer(mine.content().dmn());
    var changes = Differences.between(theirs.content(), mine.content()).changes();
    for (DmnViewer viewer : List.of(theirViewer, myViewer)) {
      viewer.beginWith(view);
      viewer.setHits(ids(changes, ChangePlace::rule), ids(changes, ChangePlace::decision));
    }
    var sides =
        new Div(
            side(
                tr(
                    "strategy.conflict.theirs",
                    theirs.saving().by().name(),
                    Formats.here().exactTime(theirs.saving().at())),
                theirViewer),
            side(
                tr("strategy.conflict.mine", Formats.here().exactTime(mine.saving().at())),
                myViewer));
    sides.addClassName("rw-sides");
    add(new Paragraph(tr("strategy.conflict.text", theirs.saving().by().name())), sides);
    var keep = button("strategy.conflict.keepMine", choice::keepMine);
    keep.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter()
        .add(
            new Button(tr("strategy.conflict.later"), click -> close()),
            new Button(tr("strategy.conflict.download"), click -> choice.downloadMine()),
            button("strategy.conflict.takeTheirs", choice::takeTheirs),
            keep);
  }

  private Button button(String text, Runnable act) {
    return new Button(
        tr(text),
        click -> {
          close();
          act.run();
        });
  }

  private static List<String> ids(
      List<Change> changes, Function<ChangePlace, @Nullable String> id) {
    return changes.stream().map(Change::place).map(id).filter(Objects::nonNull).distinct().toList();
  }

  private static Div side(String heading, DmnViewer viewer) {
    var side = new Div(new H3(heading), viewer);
    side.addClassName("rw-side");
    return side;
  }
}
