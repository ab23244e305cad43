package org.rulewright.ui.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.rulewright.ui.dmn.DmnEditor.Position;
import org.rulewright.ui.dmn.DmnEditor.SaveState;
import org.rulewright.ui.shell.Messages;

/**
 * A decision table to edit as a sheet.
 *
 * <p>The page gets the rows once and sends operations, all that have come up since the last answer
 * together; it keeps them in the browser until they are answered by {@link #acknowledge}, and sends
 * them again after a reload.
 *
 * @see "docs/decisions/0027-decision-tables-in-a-grid-of-our-own.md"
 */
@Tag("rw-table-grid")
@JsModule("./grid/rw-table-grid.ts")
public final class TableEditor extends Component implements HasSize, HasStyle {

  /**
   * What the page did and has no answer to.
   *
   * @param sequence names it in the answer
   * @param basedOn the revision of the draft it was done to
   * @param session names the open page, the same after a reload that recovers work
   * @param table id of the decision
   * @param operations as JSON, read by {@link TableJson}
   */
  public record Sending(
      int sequence, long basedOn, String session, String table, String operations) {}

  public TableEditor() {
    setSizeFull();
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    getElement().setProperty("language", Messages.locale().getLanguage());
  }

  /** Shows a table, with the work an earlier page could not store. */
  public void open(OpenedTable table) {
    getElement().callJsFunction("open", TableJson.of(table));
  }

  /** Shows a table instead; what the page has not stored is given up. */
  public void exchange(OpenedTable table) {
    getElement().callJsFunction("exchange", TableJson.of(table));
  }

  /** What was sent is part of this revision. */
  public void acknowledge(Sending sent, long revision, TablePatch patch) {
    getElement().callJsFunction("acknowledge", sent.sequence(), revision, TableJson.of(patch));
  }

  /** What was sent waits for a decision; the page sends nothing more until then. */
  public void hold() {
    getElement().callJsFunction("hold");
  }

  /** What was sent was not stored; the page sends it again with the next edit. */
  public void refuse() {
    getElement().callJsFunction("refuse");
  }

  /** What was held is this revision now. */
  public void resume(long revision, TablePatch patch) {
    getElement().callJsFunction("resume", revision, TableJson.of(patch));
  }

  /** The same table is now part of a newer revision: something beside it was changed here. */
  public void follow(long revision) {
    getElement().callJsFunction("follow", revision);
  }

  /** Another revision takes the place of this one. */
  public void travelled(long revision, TablePatch patch) {
    getElement().callJsFunction("travelled", revision, TableJson.of(patch));
  }

  /** Asks for the revision before, after everything done is stored; ends in {@link #onUndo}. */
  public void undo() {
    getElement().callJsFunction("travel", "undo");
  }

  /** Asks for the revision after; ends in {@link #onRedo}. */
  public void redo() {
    getElement().callJsFunction("travel", "redo");
  }

  /** Calls back when everything done is stored or held. */
  public void settle(Runnable then) {
    getElement().callJsFunction("settle").then(nothing -> then.run());
  }

  /** Hands the person a model as a file. */
  public void download(String name, byte[] model) {
    getElement().callJsFunction("download", name, new String(model, UTF_8));
  }

  /** Leads to a rule, and to a cell of it where the column is not negative. */
  public void show(String rule, int column) {
    getElement().callJsFunction("show", rule, column);
  }

  public void setFindings(List<TableFinding> findings) {
    getElement().setPropertyList("findings", findings);
  }

  /** Lights up rules, by id. */
  public void setHits(Collection<String> rules) {
    getElement().setPropertyList("hits", List.copyOf(rules));
  }

  public void setReadonly(boolean readonly) {
    getElement().setProperty("readonly", readonly);
  }

  /** Names the place in the browser for unconfirmed work; without one nothing is kept there. */
  public void setStorageKey(String key) {
    getElement().setProperty("storageKey", key);
  }

  public void onOperations(Consumer<Sending> listener) {
    addListener(OperationsDone.class, event -> listener.accept(event.sending));
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

  /** The page sent operations. */
  @DomEvent("rw-operations")
  public static final class OperationsDone extends ComponentEvent<TableEditor> {
    private final transient Sending sending;

    public OperationsDone(
        TableEditor source,
        boolean fromClient,
        @EventData("event.detail.sequence") int sequence,
        @EventData("event.detail.basedOn") double basedOn,
        @EventData("event.detail.session") String session,
        @EventData("event.detail.table") String table,
        @EventData("event.detail.operations") String operations) {
      super(source, fromClient);
      sending = new Sending(sequence, (long) basedOn, session, table, operations);
    }
  }

  /** The person wants the revision before. */
  @DomEvent("rw-undo")
  public static final class UndoAsked extends ComponentEvent<TableEditor> {
    private final transient Position position;

    public UndoAsked(
        TableEditor source,
        boolean fromClient,
        @EventData("event.detail.basedOn") double basedOn,
        @EventData("event.detail.session") String session) {
      super(source, fromClient);
      position = new Position((long) basedOn, session);
    }
  }

  /** The person wants the revision after. */
  @DomEvent("rw-redo")
  public static final class RedoAsked extends ComponentEvent<TableEditor> {
    private final transient Position position;

    public RedoAsked(
        TableEditor source,
        boolean fromClient,
        @EventData("event.detail.basedOn") double basedOn,
        @EventData("event.detail.session") String session) {
      super(source, fromClient);
      position = new Position((long) basedOn, session);
    }
  }

  /** Saving went a step on. */
  @DomEvent("rw-state")
  public static final class StateChanged extends ComponentEvent<TableEditor> {
    private final SaveState state;

    public StateChanged(
        TableEditor source, boolean fromClient, @EventData("event.detail.state") String state) {
      super(source, fromClient);
      this.state = SaveState.valueOf(state.toUpperCase(ROOT));
    }
  }
}
