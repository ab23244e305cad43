package org.rulewright.ui.strategy;

import com.vaadin.flow.component.html.Div;
import org.rulewright.asset.DraftRevision;
import org.rulewright.ui.dmn.DmnEditor;
import org.rulewright.ui.dmn.DmnEditor.Change;

/**
 * The drawing of a strategy, with what is wrong with it below and the trying of cases beside it.
 */
final class DrawingPanel extends Div {
  private final DmnEditor editor;
  private final TryPanel tryPanel;

  /**
   * The revision the drawing shows; 0 while it has not been opened: a large model takes a while.
   */
  private long drawn;

  DrawingPanel(PeersBar peers, DmnEditor editor, ProblemList problems, TryPanel tryPanel) {
    this.editor = editor;
    this.tryPanel = tryPanel;
    var canvas = new Div(peers, editor, problems);
    canvas.addClassName("rw-canvas");
    tryPanel.getElement().getClassList().set("rw-off", true);
    add(canvas, tryPanel);
    addClassName("rw-drawing");
  }

  boolean isOpened() {
    return drawn > 0;
  }

  /**
   * Shows the head of the draft.
   *
   * @param held whether the page has work that waits for a decision and is not to be replaced
   */
  void draw(DraftRevision head, boolean held) {
    if (!isOpened()) {
      editor.load(head.dmn(), head.number());
      drawn = head.number();
    } else if (drawn != head.number() && !held) {
      replace(head);
    }
  }

  /** Another revision takes the place of the drawing, where there is one. */
  void moved(DraftRevision revision) {
    if (isOpened()) {
      replace(revision);
    }
  }

  private void replace(DraftRevision revision) {
    editor.replace(revision.dmn(), revision.number());
    drawn = revision.number();
  }

  /** What was drawn is stored. */
  void acknowledge(Change change, DraftRevision revision) {
    editor.acknowledge(change, revision.number());
    drawn = revision.number();
  }

  /** A revision was stored that has the same drawing as the one before. */
  void follow(DraftRevision revision) {
    var isCurrent = drawn == revision.number() - 1;
    editor.follow(revision.number());
    drawn = isCurrent ? revision.number() : drawn;
  }

  /** What was held is stored; the page goes on from there. */
  void resume(DraftRevision revision) {
    editor.resume(revision.number());
    drawn = revision.number();
  }

  /** Opens the trying of cases, or closes it; returns whether it is open now. */
  boolean turnTrying() {
    var classes = tryPanel.getElement().getClassList();
    var opening = classes.contains("rw-off");
    classes.set("rw-off", !opening);
    return opening;
  }
}
