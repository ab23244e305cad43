package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.SideRevision;
import org.rulewright.ui.dmn.DmnViewer;
import org.rulewright.ui.shell.Formats;

/** Two people changed the same draft: shows both sides, and lets the later one decide. */
class ConflictDialog extends Dialog {

  /** What can be done about it; nothing is lost by either. */
  interface Choice {
    void keepMine();

    void takeTheirs();

    void downloadMine();
  }

  ConflictDialog(DraftRevision theirs, SideRevision mine, Choice choice) {
    setHeaderTitle(tr("strategy.conflict.title"));
    setWidth("min(96vw, 90rem)");
    setHeight("86vh");
    setCloseOnOutsideClick(false);
    addClassName("rw-conflict");
    var sides =
        new Div(
            side(
                tr(
                    "strategy.conflict.theirs",
                    theirs.saving().by().name(),
                    Formats.here().exactTime(theirs.saving().at())),
                theirs.dmn()),
            side(
                tr("strategy.conflict.mine", Formats.here().exactTime(mine.saving().at())),
                mine.content().dmn()));
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

  private static Div side(String heading, byte[] dmn) {
    var side = new Div(new H3(heading), new DmnViewer(dmn));
    side.addClassName("rw-side");
    return side;
  }
}
