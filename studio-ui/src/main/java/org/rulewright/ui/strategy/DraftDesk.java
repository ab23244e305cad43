package org.rulewright.ui.strategy;

import java.util.UUID;
import org.rulewright.asset.DraftConflicts;
import org.rulewright.asset.DraftEdit;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Drafts;
import org.rulewright.asset.FlowChange;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.SideRevision;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.ui.dmn.DmnEditor.Change;
import org.rulewright.ui.dmn.DmnEditor.Position;

/**
 * The draft of one strategy as one open page works on it: the revision the page has, and what the
 * page does to it.
 */
final class DraftDesk {
  private final Drafts drafts;
  private final DraftConflicts conflicts;
  private final StrategyKey strategy;
  private final Actor actor;
  private String session = UUID.randomUUID().toString();
  private DraftRevision head;

  DraftDesk(Drafts drafts, DraftConflicts conflicts, StrategyKey strategy, Actor actor) {
    this.drafts = drafts;
    this.conflicts = conflicts;
    this.strategy = strategy;
    this.actor = actor;
    this.head = drafts.check(drafts.latest(strategy));
  }

  StrategyKey strategy() {
    return strategy;
  }

  Actor actor() {
    return actor;
  }

  /** What its model is called as a file. */
  String fileName() {
    return strategy + ".dmn";
  }

  /** Names this open page in the revisions it writes. */
  String session() {
    return session;
  }

  /** The revision the page has. */
  DraftRevision head() {
    return head;
  }

  /** Any revision of the draft. */
  DraftRevision revision(long number) {
    return number == head.number() ? head : drafts.find(strategy, number).orElseThrow();
  }

  /** Takes up the latest revision, whoever wrote it. */
  DraftRevision catchUp() {
    head = drafts.check(drafts.latest(strategy));
    return head;
  }

  SaveResult save(Change change) {
    // The page may have recovered work of an earlier page; it goes on under that one's name.
    session = change.session();
    var edit = new DraftEdit(change.basedOn(), change.dmn(), head.contract(), session, "");
    return taken(drafts.save(strategy, edit, actor));
  }

  SaveResult save(StrategyContract contract) {
    var edit = new DraftEdit(head.number(), head.dmn(), contract, session, "");
    return taken(drafts.save(strategy, edit, actor));
  }

  SaveResult replaceModel(byte[] dmn, String fileName) {
    return taken(drafts.importModel(strategy, head.number(), dmn, session, fileName, actor));
  }

  SaveResult removeFlow() {
    var edit =
        new DraftEdit(
            head.number(), head.dmn(), new FlowChange.Remove(), head.contract(), session, "");
    return taken(drafts.save(strategy, edit, actor));
  }

  SaveResult undo(Position position) {
    session = position.session();
    return taken(drafts.undo(strategy, position.basedOn(), session, actor));
  }

  SaveResult redo(Position position) {
    session = position.session();
    return taken(drafts.redo(strategy, position.basedOn(), session, actor));
  }

  SaveResult restore(long revision) {
    return taken(drafts.restore(strategy, head.number(), revision, session, actor));
  }

  /** Makes what this page sent the head, over theirs; an undo brings theirs back. */
  SaveResult takeMine(DraftRevision theirs, SideRevision mine) {
    return taken(conflicts.takeMine(strategy, theirs.number(), mine.id(), session, actor));
  }

  /** Leaves theirs the head; what this page sent stays in the record. */
  DraftRevision takeTheirs(SideRevision mine) {
    conflicts.keepTheirs(strategy, mine.id(), actor);
    return catchUp();
  }

  /** Takes up what became of a save by others in the name of this page. */
  SaveResult taken(SaveResult result) {
    if (result instanceof SaveResult.Saved(DraftRevision revision)) {
      head = revision;
    }
    return result;
  }
}
