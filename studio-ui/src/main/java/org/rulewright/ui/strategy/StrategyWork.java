package org.rulewright.ui.strategy;

import com.vaadin.flow.component.Component;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.ui.dmn.DmnEditor;
import org.rulewright.ui.dmn.DmnEditor.Change;
import org.rulewright.ui.dmn.DmnEditor.SaveState;
import org.rulewright.ui.shell.SignedIn;

/** One person at work on one strategy: the drawing, what is around it, and the draft behind it. */
final class StrategyWork {
  private final DraftDesk desk;
  private final boolean editable;
  private final Consumer<StrategySection> open;
  private final DmnEditor editor = new DmnEditor();
  private final SaveStatus status = new SaveStatus();
  private final ProblemList problems;
  private final TablesPanel tables;
  private final TryPanel tryPanel;
  private final FlowPanel flow;
  private final ContractPanel contract;
  private final ImportsPanel imports;
  private final VersionsPanel versions;
  private final HistoryPanel history;
  private final PeersBar peers;
  private final StrategyToolbar toolbar;
  private final DrawingPanel drawing;
  private final SaveAnswers answers;
  private final Map<StrategySection, Component> panels = new EnumMap<>(StrategySection.class);
  private SaveState state = SaveState.SAVED;
  private StrategySection section = StrategySection.DRAWING;

  StrategyWork(
      StrategyKey strategy, boolean editable, StrategyParts parts, Consumer<StrategySection> open) {
    this.editable = editable;
    this.open = open;
    desk = new DraftDesk(parts.drafts(), parts.conflicts(), strategy, SignedIn.here().actor());
    problems = new ProblemList(this::goTo);
    tryPanel = new TryPanel(desk::head, parts::compile, this::lightUp);
    flow = new FlowPanel(desk, editable, this::travelled);
    contract = new ContractPanel(parts.features(), editable, this::save);
    imports = new ImportsPanel(desk, parts, editable, editor::settle, this::travelled);
    versions = new VersionsPanel(strategy, parts, editable);
    history = new HistoryPanel(strategy, parts.drafts(), editable, this::restore);
    peers = new PeersBar(parts, desk, () -> settle(this::catchUp));
    tables = new TablesPanel(desk, parts, editable, this::answered);
    drawing = new DrawingPanel(peers, editor, problems, tryPanel);
    answers = new SaveAnswers(desk, editor, drawing, tables, status, this::inTables, this::shown);
    toolbar = new StrategyToolbar(desk::head, desk.fileName());
    panels.put(StrategySection.DRAWING, drawing);
    panels.put(StrategySection.TABLES, tables);
    panels.put(StrategySection.FLOW, flow);
    panels.put(StrategySection.CONTRACT, contract);
    panels.put(StrategySection.IMPORTS, imports);
    panels.put(StrategySection.VERSIONS, versions);
    panels.put(StrategySection.HISTORY, history);
    listen();
    editor.setReadonly(!editable);
    var person = SignedIn.here().actor().id();
    editor.setStorageKey(editable ? "rw-draft/" + person + "/" + strategy : "");
    tables.setStorageKey(editable ? "rw-table/" + person + "/" + strategy : "");
    shown(desk.head());
  }

  StrategyKey strategy() {
    return desk.strategy();
  }

  Map<StrategySection, Component> panels() {
    return panels;
  }

  boolean hasUnsaved() {
    return state == SaveState.EDITING || state == SaveState.SAVING;
  }

  private boolean inTables() {
    return section == StrategySection.TABLES;
  }

  /** Calls back when everything typed is stored or waits for a decision. */
  void settle(Runnable then) {
    if (inTables()) {
      tables.settle(then);
    } else {
      editor.settle(then);
    }
  }

  /** A section was opened: it shows what is so now. */
  void opened(StrategySection now) {
    var before = section;
    section = now;
    switch (now) {
      case DRAWING -> {
        if (before == StrategySection.TABLES) {
          tables.settle(this::draw);
        } else {
          draw();
        }
        tryPanel.refresh();
      }
      case TABLES -> {
        if (drawing.isOpened()) {
          editor.settle(() -> tables.show(desk.head()));
        } else {
          tables.show(desk.head());
        }
      }
      case FLOW -> flow.show(desk.head());
      case CONTRACT -> contract.show(desk.head());
      case IMPORTS -> imports.show(desk.head());
      case VERSIONS -> versions.refresh();
      case HISTORY -> history.refresh();
    }
  }

  private void draw() {
    drawing.draw(desk.head(), state == SaveState.HELD);
  }

  Component[] actions() {
    return editable ? toolbar.toEdit(status, answers.conflictButton()) : toolbar.toRead();
  }

  private void listen() {
    editor.onChange(this::save);
    editor.onUndo(position -> travelled(desk.undo(position)));
    editor.onRedo(position -> travelled(desk.redo(position)));
    editor.onState(this::stateChanged);
    editor.onView(answers::viewing);
    tables.onUndo(position -> travelled(desk.undo(position)));
    tables.onRedo(position -> travelled(desk.redo(position)));
    tables.onState(this::stateChanged);
    toolbar.onUndo(this::undo);
    toolbar.onRedo(this::redo);
    toolbar.onImport(this::replaceModel);
    toolbar.onTry(this::turnTrying);
    toolbar.onVersion(this::createVersion);
  }

  private void undo() {
    if (inTables()) {
      tables.undo();
    } else {
      editor.undo();
    }
  }

  private void redo() {
    if (inTables()) {
      tables.redo();
    } else {
      editor.redo();
    }
  }

  // Everything typed is stored before: then the file is one undo away from it.
  private void replaceModel() {
    settle(() -> new ReplaceModelDialog(desk, this::travelled).open());
  }

  private void turnTrying() {
    open.accept(StrategySection.DRAWING);
    if (!drawing.turnTrying()) {
      lightUp(Trace.EMPTY);
    }
  }

  private void createVersion() {
    settle(() -> versions.create(() -> open.accept(StrategySection.VERSIONS), problems));
  }

  private void stateChanged(SaveState now) {
    state = now;
    status.show(now);
  }

  private void save(Change change) {
    answers.save(change);
  }

  private void save(StrategyContract written) {
    answers.save(written);
  }

  private void answered(SaveResult result) {
    answers.tableSaved(result);
    if (result instanceof SaveResult.Saved && section == StrategySection.DRAWING) {
      // it was on its way when the drawing was opened
      draw();
    }
  }

  private void travelled(SaveResult result) {
    answers.travelled(result);
  }

  private void restore(long revision) {
    travelled(desk.restore(revision));
    history.refresh();
  }

  private void shown(DraftRevision revision) {
    status.savedAt(revision.saving().at());
    problems.show(revision.diagnostics());
    editor.setDiagnostics(revision.diagnostics());
    flow.show(revision);
    contract.show(revision);
    if (imports.isAttached()) {
      imports.show(revision);
    }
    tryPanel.refresh();
    toolbar.show(revision, imports.described(revision));
  }

  // Work that is held for a decision is not to be replaced before somebody has decided.
  private void catchUp() {
    if (state != SaveState.HELD) {
      answers.moved(desk.catchUp());
    }
  }

  private void goTo(Place place) {
    if (inTables() && tables.show(place)) {
      return;
    }
    editor.show(
        place, found -> open.accept(found ? StrategySection.DRAWING : StrategySection.CONTRACT));
  }

  private void lightUp(Trace trace) {
    var steps = trace.steps();
    var hits = steps.stream().flatMap(step -> step.hits().stream()).toList();
    editor.setHits(hits, steps.stream().map(TraceStep::decisionId).toList());
    tables.setHits(hits);
  }
}
