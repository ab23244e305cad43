package org.rulewright.asset;

import java.util.List;
import java.util.Optional;
import org.rulewright.asset.NextRevision.Source;
import org.rulewright.asset.NextRevision.Steps;
import org.rulewright.asset.SaveResult.Conflict;
import org.rulewright.asset.SaveResult.Refused;
import org.rulewright.audit.Actor;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.stereotype.Service;

/** The saves that did not become the head, and what to do with them: take mine or keep theirs. */
@Service
public class DraftConflicts {

  private final DraftHead heads;
  private final SideStore sides;
  private final DraftCheck check;
  private final DraftNews news;

  DraftConflicts(DraftHead heads, SideStore sides, DraftCheck check, DraftNews news) {
    this.heads = heads;
    this.sides = sides;
    this.check = check;
    this.news = news;
  }

  /** Returns those nobody has decided about, the newest first. */
  public List<SideRevision> open(StrategyKey key) {
    return sides.open(key);
  }

  public Optional<SideRevision> find(StrategyKey key, long side) {
    return sides.find(key, side);
  }

  /** Makes a save that was in conflict the head, over theirs; an undo brings theirs back. */
  public SaveResult takeMine(StrategyKey key, long basedOn, long side, String session, Actor by) {
    SideRevision mine = existing(key, side);
    DraftCheck.Checked checked;
    try {
      checked =
          check.prepare(mine.content().dmn(), mine.content().bpmn(), mine.content().contract());
    } catch (UnreadableModelException unreadable) {
      return new Refused(AssetRefusals.unreadable(unreadable), mine);
    }
    return heads.change(
        key,
        head -> {
          if (basedOn != head.number()) {
            return new Conflict(head, head.saving().by().name(), mine);
          }
          if (!sides.settle(side, true, by)) {
            return new Refused(AssetRefusals.SETTLED, mine);
          }
          var source = new Source(by, session, mine.saving().summary(), head.number(), side);
          var steps = new Steps(head.number(), null);
          var taken =
              heads.append(
                  head,
                  RevisionKind.TAKEN,
                  checked.content(),
                  checked.diagnostics(),
                  source,
                  steps);
          news.replaced(key, head.saving().by(), by);
          return taken;
        });
  }

  /** Leaves the head as it is; the save that was in conflict stays in the record. */
  public void keepTheirs(StrategyKey key, long side, Actor by) {
    existing(key, side);
    sides.settle(side, false, by);
  }

  private SideRevision existing(StrategyKey key, long side) {
    return sides.find(key, side).orElseThrow(() -> new UnknownStrategyException(key, side));
  }
}
