package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.Refusal;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.SideRevision;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.ui.dmn.DmnEditor;
import org.rulewright.ui.dmn.DmnEditor.Change;
import org.rulewright.ui.dmn.DmnEditor.SaveState;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Notices;
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
  private final Button undo = icon(VaadinIcon.ARROW_BACKWARD, "strategy.undo");
  private final Button redo = icon(VaadinIcon.ARROW_FORWARD, "strategy.redo");
  private final Button export = icon(VaadinIcon.DOWNLOAD_ALT, "strategy.export");
  private final Button settleConflict = new Button(tr("strategy.conflict.open"));
  private final Map<StrategySection, Component> panels = new EnumMap<>(StrategySection.class);
  private SaveState state = SaveState.SAVED;
  private Runnable settled = () -> {};
  private String view = "";
  private StrategySection section = StrategySection.DRAWING;

  /**
   * The revision the drawing shows; 0 while it has not been opened: a large model takes a while.
   */
  private long drawn;

  /** Whether what waits for a decision was done to a table, not drawn. */
  private boolean heldInTables;

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
    panels.put(StrategySection.DRAWING, drawing());
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

  /** Calls back when everything typed is stored or waits for a decision. */
  void settle(Runnable then) {
    if (section == StrategySection.TABLES) {
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
        if (drawn == 0) {
          tables.show(desk.head());
        } else {
          editor.settle(() -> tables.show(desk.head()));
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
    var head = desk.head();
    if (drawn == 0) {
      editor.load(head.dmn(), head.number());
      drawn = head.number();
    } else if (drawn != head.number() && state != SaveState.HELD) {
      editor.replace(head.dmn(), head.number());
      drawn = head.number();
    }
  }

  Component[] actions() {
    var download = exportLink();
    if (!editable) {
      return new Component[] {download, tryButton()};
    }
    return new Component[] {
      status, settleConflict, undo, redo, importButton(), download, tryButton(), versionButton()
    };
  }

  private Component drawing() {
    var canvas = new Div(peers, editor, problems);
    canvas.addClassName("rw-canvas");
    tryPanel.getElement().getClassList().set("rw-off", true);
    var whole = new Div(canvas, tryPanel);
    whole.addClassName("rw-drawing");
    return whole;
  }

  private void listen() {
    editor.onChange(this::save);
    editor.onUndo(position -> travelled(desk.undo(position)));
    editor.onRedo(position -> travelled(desk.redo(position)));
    editor.onState(this::stateChanged);
    editor.onView(opened -> view = opened);
    tables.onUndo(position -> travelled(desk.undo(position)));
    tables.onRedo(position -> travelled(desk.redo(position)));
    tables.onState(this::stateChanged);
    undo.addClickListener(click -> {
      if (section == StrategySection.TABLES) {
        tables.undo();
      } else {
        editor.undo();
      }
    });
    redo.addClickListener(click -> {
      if (section == StrategySection.TABLES) {
        tables.redo();
      } else {
        editor.redo();
      }
    });
    settleConflict.addThemeVariants(ButtonVariant.ERROR);
    settleConflict.setVisible(false);
  }

  private void stateChanged(SaveState now) {
    state = now;
    status.show(now);
  }

  private void save(Change change) {
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
        editor.acknowledge(change, revision.number());
        drawn = revision.number();
        shown(revision);
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

  private void answered(SaveResult result) {
    switch (result) {
      case SaveResult.Saved(DraftRevision revision) -> {
        shown(revision);
        if (section == StrategySection.DRAWING) {
          // it was on its way when the drawing was opened
          draw();
        }
      }
      case SaveResult.Conflict conflict -> {
        heldInTables = true;
        conflict(conflict);
      }
      case SaveResult.Refused(Refusal refusal, var kept) -> refused(refusal);
    }
  }

  private void save(StrategyContract written) {
    switch (desk.save(written)) {
      case SaveResult.Saved(DraftRevision revision) -> {
        var isCurrent = drawn == revision.number() - 1;
        editor.follow(revision.number());
        tables.follow(revision.number());
        drawn = isCurrent ? revision.number() : drawn;
        shown(revision);
      }
      case SaveResult.Conflict conflict -> conflict(conflict);
      case SaveResult.Refused(Refusal refusal, var kept) -> refused(refusal);
    }
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
    settleConflict.setVisible(true);
    status.show(SaveState.HELD);
    var dialog = new ConflictDialog(conflict.theirs(), mine, view, choice(conflict.theirs(), mine));
    var registration = settleConflict.addClickListener(click -> dialog.open());
    settled = registration::remove;
    dialog.open();
  }

  private ConflictDialog.Choice choice(DraftRevision theirs, SideRevision mine) {
    return new ConflictDialog.Choice() {
      @Override
      public void keepMine() {
        noConflict();
        kept(desk.takeMine(theirs, mine));
      }

      @Override
      public void takeTheirs() {
        noConflict();
        moved(desk.takeTheirs(mine));
      }

      @Override
      public void downloadMine() {
        if (heldInTables) {
          tables.download(fileName(), mine.content().dmn());
        } else {
          editor.download(fileName());
        }
      }
    };
  }

  private void noConflict() {
    settled.run();
    settleConflict.setVisible(false);
  }

  private void kept(SaveResult result) {
    switch (result) {
      case SaveResult.Saved(DraftRevision revision) -> {
        // What was typed since the conflict is newer than what was set aside: the page sends it.
        if (heldInTables) {
          tables.resume(revision);
        } else {
          editor.resume(revision.number());
          drawn = revision.number();
        }
        shown(revision);
      }
      case SaveResult.Conflict again -> conflict(again);
      case SaveResult.Refused(Refusal refusal, var side) -> refused(refusal);
    }
  }

  private void travelled(SaveResult result) {
    switch (result) {
      case SaveResult.Saved(DraftRevision revision) -> moved(revision);
      case SaveResult.Conflict conflict -> conflict(conflict);
      case SaveResult.Refused(Refusal refusal, var kept) ->
          Notices.done(refusal.message(Messages.locale()));
    }
  }

  private void restore(long revision) {
    travelled(desk.restore(revision));
    history.refresh();
  }

  private void refused(Refusal refusal) {
    status.show(SaveState.HELD);
    Notices.failed(refusal.message(Messages.locale()), tr("strategy.save.refused.remedy"));
  }

  /** Another revision takes the place of what is on the screen. */
  private void moved(DraftRevision revision) {
    if (section == StrategySection.TABLES) {
      tables.moved(revision);
    } else if (drawn > 0) {
      editor.replace(revision.dmn(), revision.number());
      drawn = revision.number();
    }
    shown(revision);
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
    export.setTooltipText(exportText(revision));
    undo.setEnabled(revision.canUndo());
    redo.setEnabled(revision.canRedo());
  }

  // Work that is held for a decision is not to be replaced before somebody has decided.
  private void catchUp() {
    if (state != SaveState.HELD) {
      moved(desk.catchUp());
    }
  }

  private void goTo(Place place) {
    if (section == StrategySection.TABLES && tables.show(place)) {
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

  private Button tryButton() {
    var button =
        new Button(
            tr("strategy.try"),
            VaadinIcon.PLAY.create(),
            click -> {
              open.accept(StrategySection.DRAWING);
              var classes = tryPanel.getElement().getClassList();
              var opening = classes.contains("rw-off");
              classes.set("rw-off", !opening);
              if (!opening) {
                lightUp(Trace.EMPTY);
              }
            });
    return button;
  }

  private Button versionButton() {
    var button =
        new Button(
            tr("strategy.version.create"),
            VaadinIcon.CHECK.create(),
            click ->
                settle(
                    () -> versions.create(() -> open.accept(StrategySection.VERSIONS), problems)));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  private Button importButton() {
    var button = icon(VaadinIcon.UPLOAD_ALT, "strategy.replace");
    // Everything typed is stored before: then the file is one undo away from it.
    button.addClickListener(
        click -> settle(() -> new ReplaceModelDialog(desk, this::travelled).open()));
    return button;
  }

  /** A file alone is not whole where it imports: the button says what belongs to it. */
  private String exportText(DraftRevision revision) {
    var used = imports.described(revision);
    return used.isEmpty() ? tr("strategy.export") : tr("strategy.export.imports", used);
  }

  private Anchor exportLink() {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(download -> {
              var bytes = desk.head().dmn();
              return new DownloadResponse(
                  new ByteArrayInputStream(bytes), fileName(), "application/xml", bytes.length);
            }),
            "");
    link.add(export);
    link.getElement().setAttribute("download", true);
    return link;
  }

  private String fileName() {
    return desk.strategy() + ".dmn";
  }

  private static Button icon(VaadinIcon picture, String text) {
    var button = new Button(picture.create());
    button.addThemeNames("tertiary", "icon");
    button.setAriaLabel(tr(text));
    button.setTooltipText(tr(text));
    return button;
  }
}
