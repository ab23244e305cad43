package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Refusal;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.SideRevision;
import org.rulewright.asset.StrategyContract;
import org.rulewright.ui.dmn.DmnEditor;
import org.rulewright.ui.dmn.DmnEditor.Change;
import org.rulewright.ui.dmn.DmnEditor.SaveState;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Notices;

/** What the screen makes of each answer of the draft: stored, in conflict, or refused. */
final class SaveAnswers {
  private final DraftDesk desk;
  private final DmnEditor editor;
  private final DrawingPanel drawing;
  private final TablesPanel tables;
  private final SaveStatus status;
  private final BooleanSupplier tablesOpen;
  private final Consumer<DraftRevision> shown;
  private final OpenConflict open = new OpenConflict();

  /** The id of the element whose view is open in the drawing. */
  private String view = "";

  /** Whether what waits for a decision was done to a table, not drawn. */
  private boolean heldInTables;

  /**
   * The answers of one draft.
   *
   * @param tablesOpen whether it is the tables that are on the screen
   * @param shown shows a revision everywhere but in the drawing and the tables
   */
  SaveAnswers(
      DraftDesk desk,
      DmnEditor editor,
      DrawingPanel drawing,
      TablesPanel tables,
      SaveStatus status,
      BooleanSupplier tablesOpen,
      Consumer<DraftRevision> shown) {
    this.desk = desk;
    this.editor = editor;
    this.drawing = drawing;
    this.tables = tables;
    this.status = status;
    this.tablesOpen = tablesOpen;
    this.shown = shown;
  }

  /** Opens the conflict that waits for a decision. */
  Button conflictButton() {
    return open.button();
  }

  /** Another element of the drawing is open. */
  void viewing(String element) {
    view = element;
  }

  /** Stores what was drawn. */
  void save(Change change) {
    try {
      answer(change, desk.save(change));
    } catch (RuntimeException failure) {
      // The page waits for an answer: without one it would never send anything again.
      editor.refuse(change);
      status.show(SaveState.HELD);
      throw failure;
    }
  }

  private void answer(Change change, SaveResult result) {
    switch (result) {
      case SaveResult.Saved(DraftRevision revision) -> {
        drawing.acknowledge(change, revision);
        shown.accept(revision);
      }
      case SaveResult.Conflict conflict -> {
        editor.hold(change);
        heldInTables = false;
        conflict(conflict);
      }
      case SaveResult.Refused(Refusal refusal, var kept) -> {
        editor.refuse(change);
        refused(refusal);
      }
    }
  }

  /** A change of a table was sent to the draft. */
  void tableSaved(SaveResult result) {
    switch (result) {
      case SaveResult.Saved(DraftRevision revision) -> {
        shown.accept(revision);
      }
      case SaveResult.Conflict conflict -> {
        heldInTables = true;
        conflict(conflict);
      }
      case SaveResult.Refused(Refusal refusal, var kept) -> refused(refusal);
    }
  }

  /** Stores what the strategy takes and gives. */
  void save(StrategyContract written) {
    switch (desk.save(written)) {
      case SaveResult.Saved(DraftRevision revision) -> {
        drawing.follow(revision);
        tables.follow(revision.number());
        shown.accept(revision);
      }
      case SaveResult.Conflict conflict -> conflict(conflict);
      case SaveResult.Refused(Refusal refusal, var kept) -> refused(refusal);
    }
  }

  /** The draft went to another revision, such as by an undo. */
  void travelled(SaveResult result) {
    switch (result) {
      case SaveResult.Saved(DraftRevision revision) -> moved(revision);
      case SaveResult.Conflict conflict -> conflict(conflict);
      case SaveResult.Refused(Refusal refusal, var kept) ->
          Notices.done(refusal.message(Messages.locale()));
    }
  }

  /** Another revision takes the place of what is on the screen. */
  void moved(DraftRevision revision) {
    if (tablesOpen.getAsBoolean()) {
      tables.moved(revision);
    } else {
      drawing.moved(revision);
    }
    shown.accept(revision);
  }

  private void conflict(SaveResult.Conflict conflict) {
    var mine = conflict.mine();
    if (mine == null) {
      moved(desk.catchUp());
      Notices.failed(
          tr("strategy.conflict.moved", conflict.theirName()),
          tr("strategy.conflict.moved.remedy"));
      return;
    }
    status.show(SaveState.HELD);
    open.open(new ConflictDialog(conflict.theirs(), mine, view, choice(conflict.theirs(), mine)));
  }

  private ConflictDialog.Choice choice(DraftRevision theirs, SideRevision mine) {
    return new ConflictDialog.Choice() {
      @Override
      public void keepMine() {
        open.decided();
        kept(desk.takeMine(theirs, mine));
      }

      @Override
      public void takeTheirs() {
        open.decided();
        moved(desk.takeTheirs(mine));
      }

      @Override
      public void downloadMine() {
        if (heldInTables) {
          tables.download(desk.fileName(), mine.content().dmn());
        } else {
          editor.download(desk.fileName());
        }
      }
    };
  }

  private void kept(SaveResult result) {
    switch (result) {
      case SaveResult.Saved(DraftRevision revision) -> {
        // What was typed since the conflict is newer than what was set aside: the page sends it.
        if (heldInTables) {
          tables.resume(revision);
        } else {
          drawing.resume(revision);
        }
        shown.accept(revision);
      }
      case SaveResult.Conflict again -> conflict(again);
      case SaveResult.Refused(Refusal refusal, var side) -> refused(refusal);
    }
  }

  private void refused(Refusal refusal) {
    status.show(SaveState.HELD);
    Notices.failed(refusal.message(Messages.locale()), tr("strategy.save.refused.remedy"));
  }
}
