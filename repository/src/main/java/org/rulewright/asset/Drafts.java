package org.rulewright.asset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rulewright.asset.NextRevision.Source;
import org.rulewright.asset.NextRevision.Steps;
import org.rulewright.asset.SaveResult.Conflict;
import org.rulewright.asset.SaveResult.Refused;
import org.rulewright.asset.SaveResult.Saved;
import org.rulewright.audit.Actor;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.analysis.Finding;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.ModelFinding;
import org.rulewright.dmn.ModelFix;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.stereotype.Service;

/**
 * The drafts of strategies.
 *
 * <p>Every save is a revision that stays for ever; undo and redo append a revision with the content
 * of an earlier one, so they work after a reload and for the next person too.
 */
@Service
public class Drafts {

  /** A model may have so many bytes. */
  public static final int LARGEST_MODEL = 20 * 1024 * 1024;

  private final DraftHead heads;
  private final DraftStore drafts;
  private final SideStore sides;
  private final DraftCheck check;
  private final DraftNews news;

  Drafts(DraftHead heads, DraftStore drafts, SideStore sides, DraftCheck check, DraftNews news) {
    this.heads = heads;
    this.drafts = drafts;
    this.sides = sides;
    this.check = check;
    this.news = news;
  }

  /** Returns the head of the strategy's draft. */
  public DraftRevision latest(StrategyKey key) {
    return drafts.head(key).orElseThrow(() -> new UnknownStrategyException(key));
  }

  /** Returns the head, which nobody can follow until the end of the caller's transaction. */
  public DraftRevision latestLocked(StrategyKey key) {
    heads.lock(key);
    return latest(key);
  }

  /** Returns the revision with the diagnostics of today. */
  public DraftRevision check(DraftRevision revision) {
    return revision.with(check.check(revision.content()));
  }

  /**
   * Returns what the exact checks find in the decisions of a revision, with the facts that show it
   * and changes that do away with it; the same is said by its diagnostics.
   */
  public List<ModelFinding> findings(DraftRevision revision) {
    return check.findings(revision.content());
  }

  /**
   * Applies a fix of a finding.
   *
   * @param basedOn number of the revision in which it was found
   */
  public SaveResult mend(StrategyKey key, long basedOn, ModelFix fix, String session, Actor by) {
    var from = existing(key, basedOn);
    try {
      var better = fix.apply(DmnDocument.read(from.dmn())).bytes();
      return save(
          key,
          new DraftEdit(basedOn, better, from.contract(), session, fix.words(Locale.ENGLISH)),
          by);
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException("revision " + basedOn + " can no longer be read", impossible);
    }
  }

  /** What is wrong with a table as a whole, with what mends it; quick where it was just checked. */
  public List<Finding> findings(TableDefinition table, StrategyContract contract) {
    return check.findings(table, contract);
  }

  public Optional<DraftRevision> find(StrategyKey key, long number) {
    return drafts.find(key, number);
  }

  /** Returns the latest revisions, the newest first. */
  public List<RevisionSummary> revisions(StrategyKey key, int limit) {
    return drafts.list(key, limit);
  }

  /** Saves what a program writes. */
  public SaveResult save(
      StrategyKey key, long basedOn, byte[] dmn, StrategyContract contract, Actor by) {
    return save(key, new DraftEdit(basedOn, dmn, contract, "", ""), by);
  }

  /** Saves what an editor sends. */
  public SaveResult save(StrategyKey key, DraftEdit edit, Actor by) {
    return write(key, edit, RevisionKind.SAVED, by);
  }

  /**
   * Makes a file the model or, if it is BPMN, the flow of the head; the contract stays, and takes
   * up the inputs of a model it does not have yet.
   */
  public SaveResult importModel(
      StrategyKey key, long basedOn, byte[] dmn, String session, String fileName, Actor by) {
    DraftRevision head = latest(key);
    StrategyContract current = head.contract();
    if (BpmnDocument.isBpmn(dmn)) {
      var flow = new FlowChange.Replace(dmn);
      var edit = new DraftEdit(basedOn, head.dmn(), flow, current, session, fileName);
      return write(key, edit, RevisionKind.IMPORTED, by);
    }
    try {
      var contract = ContractProposal.of(DmnDocument.read(dmn), current);
      var edit = new DraftEdit(basedOn, dmn, contract, session, fileName);
      return write(key, edit, RevisionKind.IMPORTED, by);
    } catch (UnreadableModelException unreadable) {
      var edit = new DraftEdit(basedOn, dmn, current, session, fileName);
      return refuseUnreadable(key, edit, unreadable, by);
    }
  }

  /** Returns the head as a file, byte by byte as it is kept. */
  public ModelFile export(StrategyKey key, Actor by) {
    DraftRevision head = latest(key);
    return heads.exported(
        new ModelFile(key + "-draft-" + head.number() + ".dmn", head.dmn()), head, by);
  }

  /** Returns the flow of the head as a file, if it has one. */
  public Optional<ModelFile> exportFlow(StrategyKey key, Actor by) {
    DraftRevision head = latest(key);
    return head.content()
        .bpmn()
        .map(bpmn ->
            heads.exported(
                new ModelFile(key + "-draft-" + head.number() + ".bpmn", bpmn), head, by));
  }

  private SaveResult write(StrategyKey key, DraftEdit edit, RevisionKind kind, Actor by) {
    Optional<byte[]> flow = edit.flow().after(latest(key).content().bpmn());
    DraftCheck.Checked checked;
    try {
      // Before the lock is taken: a large model takes a while.
      checked = check.prepare(edit.dmn(), flow, edit.contract());
    } catch (UnreadableModelException unreadable) {
      return refuseUnreadable(key, edit, unreadable, by);
    }
    return heads.change(key, head -> place(head, edit, refreshed(head, edit, checked), kind, by));
  }

  /** The same with the flow of the head, where another one was saved since it was prepared. */
  private DraftCheck.Checked refreshed(
      DraftRevision head, DraftEdit edit, DraftCheck.Checked checked) {
    Optional<byte[]> flow = edit.flow().after(head.content().bpmn());
    if (Arrays.equals(flow.orElse(null), checked.content().bpmn().orElse(null))) {
      return checked;
    }
    var content = new StrategyContent(checked.content().dmn(), flow, checked.content().contract());
    return new DraftCheck.Checked(content, check.check(content));
  }

  private SaveResult place(
      DraftRevision head, DraftEdit edit, DraftCheck.Checked checked, RevisionKind kind, Actor by) {
    if (checked.content().equals(head.content())) {
      return new Saved(head);
    }
    if (!mayFollow(head, edit.basedOn(), edit.session(), by)) {
      var mine = sides.keep(head, edit, SideRevision.Cause.CONFLICT, by);
      news.setAside(head.strategy(), by, head.saving().by());
      return new Conflict(head, head.saving().by().name(), mine);
    }
    var source = new Source(by, edit.session(), edit.summary(), head.number(), null);
    return heads.append(
        head,
        kind,
        checked.content(),
        checked.diagnostics(),
        source,
        new Steps(head.number(), null));
  }

  /**
   * Returns whether a save on an older revision overwrites nobody: all since then came from the
   * same session, whose editor never saw the answer because its connection dropped.
   */
  private boolean mayFollow(DraftRevision head, long basedOn, String session, Actor by) {
    return basedOn == head.number()
        || (!session.isEmpty()
            && basedOn < head.number()
            && drafts.onlyOneSessionSince(head.strategy(), basedOn, by, session));
  }

  /** Brings back the content before the last edit. */
  public SaveResult undo(StrategyKey key, long basedOn, String session, Actor by) {
    return heads.change(
        key,
        head ->
            move(head, basedOn, session, by, RevisionKind.UNDONE)
                .orElse(new Refused(AssetRefusals.NOTHING_TO_UNDO, null)));
  }

  /** Brings back the content before the last undo. */
  public SaveResult redo(StrategyKey key, long basedOn, String session, Actor by) {
    return heads.change(
        key,
        head ->
            move(head, basedOn, session, by, RevisionKind.REDONE)
                .orElse(new Refused(AssetRefusals.NOTHING_TO_REDO, null)));
  }

  private Optional<SaveResult> move(
      DraftRevision head, long basedOn, String session, Actor by, RevisionKind kind) {
    if (basedOn != head.number()) {
      return Optional.of(new Conflict(head, head.saving().by().name(), null));
    }
    Long to = kind == RevisionKind.UNDONE ? head.undoTo() : head.redoTo();
    if (to == null) {
      return Optional.empty();
    }
    DraftRevision target = existing(head.strategy(), to);
    // Undo leads back here by a redo; redo lands in the very state that was undone.
    Long redoTo = kind == RevisionKind.UNDONE ? Long.valueOf(head.number()) : target.redoTo();
    var source = new Source(by, session, "", target.number(), null);
    var steps = new Steps(target.undoTo(), redoTo);
    return Optional.of(
        heads.append(head, kind, target.content(), target.diagnostics(), source, steps));
  }

  /** Makes the content of any earlier revision the head; an undo takes it back. */
  public SaveResult restore(
      StrategyKey key, long basedOn, long revision, String session, Actor by) {
    return heads.change(
        key,
        head -> {
          if (basedOn != head.number()) {
            return new Conflict(head, head.saving().by().name(), null);
          }
          return drafts
              .find(key, revision)
              .map(target -> restore(head, target, session, by))
              .orElse(new Refused(AssetRefusals.NO_SUCH_REVISION, null));
        });
  }

  private SaveResult restore(DraftRevision head, DraftRevision target, String session, Actor by) {
    var source = new Source(by, session, "#" + target.number(), target.number(), null);
    return heads.append(
        head,
        RevisionKind.RESTORED,
        target.content(),
        target.diagnostics(),
        source,
        new Steps(head.number(), null));
  }

  private DraftRevision existing(StrategyKey key, long number) {
    return drafts.find(key, number).orElseThrow(() -> new UnknownStrategyException(key, number));
  }

  private SaveResult refuseUnreadable(
      StrategyKey key, DraftEdit edit, UnreadableModelException unreadable, Actor by) {
    Refusal refusal = AssetRefusals.unreadable(unreadable);
    if (edit.dmn().length > LARGEST_MODEL
        || (edit.flow() instanceof FlowChange.Replace(byte[] bpmn)
            && bpmn.length > LARGEST_MODEL)) {
      return new Refused(refusal, null);
    }
    return heads.change(
        key,
        head -> new Refused(refusal, sides.keep(head, edit, SideRevision.Cause.UNREADABLE, by)));
  }
}
