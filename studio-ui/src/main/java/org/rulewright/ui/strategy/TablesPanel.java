package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.SaveResult;
import org.rulewright.decision.Place;
import org.rulewright.dmn.DmnDecision;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.TableEdit;
import org.rulewright.dmn.TableSheet;
import org.rulewright.ui.dmn.DmnEditor.Change;
import org.rulewright.ui.dmn.DmnEditor.Position;
import org.rulewright.ui.dmn.DmnEditor.SaveState;
import org.rulewright.ui.table.OpenedTable;
import org.rulewright.ui.table.TableEditor;
import org.rulewright.ui.table.TableEditor.Sending;
import org.rulewright.ui.table.TableFindings;
import org.rulewright.ui.table.TableJson;
import org.rulewright.ui.table.TablePatch;
import org.rulewright.xml.UnreadableModelException;

/** The decision tables of a draft as sheets, one at a time. */
final class TablesPanel extends Div {
  private final transient DraftDesk desk;
  private final transient StrategyParts parts;
  private final transient Consumer<SaveResult> answered;
  private final Select<DmnDecision> choice = new Select<>();
  private final TableEditor editor = new TableEditor();
  private final Paragraph none = new Paragraph(tr("strategy.tables.none"));
  private transient @Nullable Shown shown;

  /** What waits for a decision between two people's work. */
  private transient @Nullable Sending held;

  /** The table on the screen, as it was when the page was last told of it. */
  private record Shown(DraftRevision revision, DmnDocument model, TableSheet sheet) {}

  /**
   * A panel.
   *
   * @param answered hears what became of a save
   */
  TablesPanel(
      DraftDesk desk, StrategyParts parts, boolean editable, Consumer<SaveResult> answered) {
    this.desk = desk;
    this.parts = parts;
    this.answered = answered;
    addClassName("rw-tables");
    choice.setAriaLabel(tr("strategy.tables.choose"));
    choice.setItemLabelGenerator(DmnDecision::name);
    choice.addValueChangeListener(change -> {
      if (change.isFromClient() && change.getValue() != null) {
        editor.settle(() -> open(change.getValue().id()));
      }
    });
    editor.setReadonly(!editable);
    editor.onOperations(this::save);
    add(choice, none, editor);
  }

  void setStorageKey(String key) {
    editor.setStorageKey(key);
  }

  void onState(Consumer<SaveState> listener) {
    editor.onState(listener);
  }

  void onUndo(Consumer<Position> listener) {
    editor.onUndo(listener);
  }

  void onRedo(Consumer<Position> listener) {
    editor.onRedo(listener);
  }

  void undo() {
    editor.undo();
  }

  void redo() {
    editor.redo();
  }

  void settle(Runnable then) {
    editor.settle(then);
  }

  void follow(long revision) {
    editor.follow(revision);
  }

  /** What was held is this revision now. */
  void resume(DraftRevision revision) {
    var before = shown;
    if (before == null) {
      return;
    }
    var model = read(revision);
    var after = TableSheet.of(model, before.sheet().table().id());
    var waited = held;
    var written = waited == null ? Set.<String>of() : touched(waited);
    var patch = after.flatMap(it -> TablePatch.between(before.sheet(), it, written));
    held = null;
    if (patch.isPresent()) {
      shown = new Shown(revision, model, after.orElseThrow());
      editor.resume(revision.number(), patch.get());
      check(revision, after.orElseThrow());
    } else {
      shown = null;
      show(revision);
    }
  }

  /** Shows the draft as it is now; the table that was open stays open if it is still there. */
  void show(DraftRevision revision) {
    var before = shown;
    if (before != null && before.revision().number() == revision.number()) {
      return;
    }
    var model = read(revision);
    var tables = TableSheet.plainTables(model);
    choice.setItems(tables);
    choice.setVisible(tables.size() > 1);
    none.setVisible(tables.isEmpty());
    editor.setVisible(!tables.isEmpty());
    var id = before == null ? "" : before.sheet().table().id();
    tables.stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .or(() -> tables.stream().findFirst())
        .ifPresentOrElse(it -> open(revision, model, it), () -> shown = null);
  }

  private void open(String id) {
    var revision = desk.head();
    var model = read(revision);
    TableSheet.plainTables(model).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .ifPresent(it -> open(revision, model, it));
  }

  private void open(DraftRevision revision, DmnDocument model, DmnDecision table) {
    var sheet = TableSheet.of(model, table.id()).orElseThrow();
    choice.setValue(table);
    shown = new Shown(revision, model, sheet);
    editor.open(opened(revision, model, sheet));
    check(revision, sheet);
  }

  private OpenedTable opened(DraftRevision revision, DmnDocument model, TableSheet sheet) {
    var names =
        Stream.concat(
                revision.contract().inputs().stream().map(it -> it.feature()),
                model.decisions().stream().map(DmnDecision::name))
            .filter(it -> !it.isBlank() && !it.equals(sheet.table().name()))
            .distinct()
            .toList();
    var headings = new TableHeadings(parts.features().all()).of(sheet);
    return new OpenedTable(sheet, revision.number(), headings, names);
  }

  private void check(DraftRevision revision, TableSheet sheet) {
    var findings = parts.drafts().findings(sheet.table(), revision.contract());
    editor.setFindings(new TableFindings(sheet.table()).of(revision.diagnostics(), findings));
  }

  /** Another revision took the place of the one on the screen. */
  void moved(DraftRevision revision) {
    var before = shown;
    if (before == null) {
      return;
    }
    var model = read(revision);
    var sheet = TableSheet.of(model, before.sheet().table().id());
    var patch = sheet.flatMap(it -> TablePatch.between(before.sheet(), it, Set.of()));
    if (patch.isPresent()) {
      shown = new Shown(revision, model, sheet.orElseThrow());
      editor.travelled(revision.number(), patch.get());
      check(revision, sheet.orElseThrow());
    } else {
      // another table altogether, or none: what was typed for the old one is settled by now
      shown = null;
      show(revision);
    }
  }

  private void save(Sending sent) {
    try {
      answer(sent, saved(sent));
    } catch (RuntimeException failure) {
      // The page waits for an answer: without one it would never send anything again.
      editor.refuse();
      throw failure;
    }
  }

  private SaveResult saved(Sending sent) {
    var base = shown;
    var model =
        base != null && base.revision().number() == sent.basedOn()
            ? base.model()
            : read(desk.revision(sent.basedOn()));
    var dmn =
        TableEdit.apply(model, sent.table(), TableJson.operations(sent.operations()))
            .orElseThrow(() -> new IllegalStateException("no table " + sent.table()));
    return desk.save(new Change(sent.sequence(), sent.basedOn(), sent.session(), dmn));
  }

  private void answer(Sending sent, SaveResult result) {
    switch (result) {
      case SaveResult.Saved(DraftRevision revision) -> stored(sent, revision);
      case SaveResult.Conflict conflict -> {
        held = sent;
        editor.hold();
      }
      case SaveResult.Refused refused -> editor.refuse();
    }
    answered.accept(result);
  }

  private void stored(Sending sent, DraftRevision revision) {
    var before = shown;
    var model = read(revision);
    var after = TableSheet.of(model, sent.table()).orElseThrow();
    if (before == null || !before.sheet().table().id().equals(sent.table())) {
      return;
    }
    shown = new Shown(revision, model, after);
    // operations leave the columns as they are
    editor.acknowledge(
        sent,
        revision.number(),
        TablePatch.between(before.sheet(), after, touched(sent)).orElseThrow());
    check(revision, after);
  }

  private static Set<String> touched(Sending sent) {
    return TableJson.touched(TableJson.operations(sent.operations()));
  }

  void download(String name, byte[] model) {
    editor.download(name, model);
  }

  void setHits(Collection<String> rules) {
    editor.setHits(rules);
  }

  /** Leads to a place, and tells whether it is on the table that is open. */
  boolean show(Place place) {
    var now = shown;
    if (now == null || !now.sheet().table().id().equals(place.element())) {
      return false;
    }
    Optional<TableFindings.Spot> spot = new TableFindings(now.sheet().table()).spot(place.cell());
    spot.ifPresent(it -> {
      var first = now.sheet().rows().isEmpty() ? "" : now.sheet().rows().getFirst().id();
      var rule = it.rule();
      var column = it.column();
      editor.show(rule == null ? first : rule, column == null ? -1 : column);
    });
    return true;
  }

  private static DmnDocument read(DraftRevision revision) {
    try {
      return DmnDocument.read(revision.dmn());
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException("a stored draft can no longer be read", impossible);
    }
  }
}
