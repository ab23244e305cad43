package org.rulewright.ui.dmn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A model to edit.
 *
 * <p>The page sends a change some moments after the last key, one at a time, and keeps it in the
 * browser until it is answered: by {@link #acknowledge} when it is stored, by {@link #hold} when it
 * is not. What was never answered comes again after a reload.
 */
public final class DmnEditor extends DmnDrawing {

  /**
   * The page has changed the model.
   *
   * @param sequence names the change in the answer
   * @param basedOn the revision the page began from
   * @param session names the open page, the same after a reload that recovers work
   */
  public record Change(int sequence, long basedOn, String session, byte[] dmn) {}

  /** Where the person is in the revisions when asking for the one before or after. */
  public record Position(long basedOn, String session) {}

  /** Whether everything on the screen is stored. */
  public enum SaveState {
    SAVED,
    EDITING,
    SAVING,
    HELD
  }

  /** Shows a stored revision, or the newer work an earlier page could not store. */
  public void load(byte[] dmn, long revision) {
    getElement().callJsFunction("load", new String(dmn, UTF_8), revision);
  }

  /** Shows another revision instead; what the page has not stored is given up. */
  public void replace(byte[] dmn, long revision) {
    getElement().callJsFunction("replace", new String(dmn, UTF_8), revision);
  }

  public void acknowledge(Change change, long revision) {
    getElement().callJsFunction("acknowledge", change.sequence(), revision);
  }

  /** The change was not stored; the page sends nothing more until told to. */
  public void hold(Change change) {
    getElement().callJsFunction("hold", change.sequence());
  }

  /** The change cannot be stored; the page keeps it and sends again with the next edit. */
  public void refuse(Change change) {
    getElement().callJsFunction("refuse", change.sequence());
  }

  /** The page sends what it has, as following this revision. */
  public void resume(long revision) {
    getElement().callJsFunction("resume", revision);
  }

  /** The same drawing is now part of a newer revision: something beside it was changed here. */
  public void follow(long revision) {
    getElement().callJsFunction("follow", revision);
  }

  /** Hands the person the drawing on the screen as a file. */
  public void download(String fileName) {
    getElement().callJsFunction("download", fileName);
  }

  /** Asks for the revision before, after everything typed is stored; ends in {@link #onUndo}. */
  public void undo() {
    getElement().callJsFunction("travel", "undo");
  }

  /** Asks for the revision after; ends in {@link #onRedo}. */
  public void redo() {
    getElement().callJsFunction("travel", "redo");
  }

  /** Calls back when everything typed is stored or held. */
  public void settle(Runnable then) {
    getElement().callJsFunction("settle").then(nothing -> then.run());
  }

  public void setReadonly(boolean readonly) {
    getElement().setProperty("readonly", readonly);
  }

  /** Names the place in the browser for unconfirmed work; without one nothing is kept there. */
  public void setStorageKey(String key) {
    getElement().setProperty("storageKey", key);
  }

  public void onChange(Consumer<Change> listener) {
    addListener(Changed.class, event -> listener.accept(event.change));
  }

  public void onUndo(Consumer<Position> listener) {
    addListener(UndoAsked.class, event -> listener.accept(event.position));
  }

  public void onRedo(Consumer<Position> listener) {
    addListener(RedoAsked.class, event -> listener.accept(event.position));
  }

  public void onState(Consumer<SaveState> listener) {
    addListener(StateChanged.class, event -> listener.accept(event.state));
  }

  /** Tells the DMN id of the element whose view was opened. */
  public void onView(Consumer<String> listener) {
    addListener(ViewOpened.class, event -> listener.accept(event.id));
  }

  /** The page sent a changed drawing. */
  @DomEvent("rw-changed")
  public static final class Changed extends ComponentEvent<DmnEditor> {
    private final transient Change change;

    public Changed(
        DmnEditor source,
        boolean fromClient,
        @EventData("event.detail.sequence") int sequence,
        @EventData("event.detail.basedOn") double basedOn,
        @EventData("event.detail.session") String session,
        @EventData("event.detail.xml") String xml) {
      super(source, fromClient);
      change = new Change(sequence, (long) basedOn, session, xml.getBytes(UTF_8));
    }
  }

  /** The person wants the revision before. */
  @DomEvent("rw-undo")
  public static final class UndoAsked extends ComponentEvent<DmnEditor> {
    private final transient Position position;

    public UndoAsked(
        DmnEditor source,
        boolean fromClient,
        @EventData("event.detail.basedOn") double basedOn,
        @EventData("event.detail.session") String session) {
      super(source, fromClient);
      position = new Position((long) basedOn, session);
    }
  }

  /** The person wants the revision after. */
  @DomEvent("rw-redo")
  public static final class RedoAsked extends ComponentEvent<DmnEditor> {
    private final transient Position position;

    public RedoAsked(
        DmnEditor source,
        boolean fromClient,
        @EventData("event.detail.basedOn") double basedOn,
        @EventData("event.detail.session") String session) {
      super(source, fromClient);
      position = new Position((long) basedOn, session);
    }
  }

  /** Saving went a step on. */
  @DomEvent("rw-state")
  public static final class StateChanged extends ComponentEvent<DmnEditor> {
    private final SaveState state;

    public StateChanged(
        DmnEditor source, boolean fromClient, @EventData("event.detail.state") String state) {
      super(source, fromClient);
      this.state =
          Arrays.stream(SaveState.values())
              .filter(known -> known.name().equalsIgnoreCase(state))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no such state: " + state));
    }
  }

  /** Another view is open. */
  @DomEvent("rw-view")
  public static final class ViewOpened extends ComponentEvent<DmnEditor> {
    private final String id;

    public ViewOpened(
        DmnEditor source, boolean fromClient, @EventData("event.detail.id") String id) {
      super(source, fromClient);
      this.id = id;
    }
  }
}
