package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.Tone;
import org.rulewright.version.Reuse.Used;
import org.rulewright.version.StrategyUse;

/** Whose rules a strategy uses, in which version, and who uses its own. */
class ImportsPanel extends Div {
  private final transient DraftDesk desk;
  private final transient StrategyParts parts;
  private final boolean editable;
  private final transient Consumer<Runnable> settle;
  private final transient Consumer<SaveResult> done;
  private final DataTable<Used> used;
  private final DataTable<StrategyUse> users;

  /**
   * @param settle calls back when everything typed is stored
   * @param done takes what became of an edit
   */
  ImportsPanel(
      DraftDesk desk,
      StrategyParts parts,
      boolean editable,
      Consumer<Runnable> settle,
      Consumer<SaveResult> done) {
    this.desk = desk;
    this.parts = parts;
    this.editable = editable;
    this.settle = settle;
    this.done = done;
    addClassName("rw-imports");
    used = new DataTable<>(tr("strategy.imports.used"), usedColumns()).inAddressAs("imports");
    used.addActions(this::actions);
    used.setEmptyState(
        new EmptyState(
            VaadinIcon.LINK, tr("strategy.imports.none"), tr("strategy.imports.none.next")));
    users = new DataTable<>(tr("strategy.imports.users"), userColumns()).inAddressAs("users");
    users.onOpen(use -> StrategyNavigation.open(use.strategy()));
    users.setEmptyState(
        new EmptyState(
            VaadinIcon.SHARE, tr("strategy.imports.unused"), tr("strategy.imports.unused.next")));
    var head = new Div(new H3(tr("strategy.imports.used")));
    head.addClassName("rw-line");
    if (editable) {
      var use =
          new Button(
              tr("strategy.imports.use"),
              VaadinIcon.PLUS.create(),
              click -> settle.accept(() -> new UseRulesDialog(desk, parts, done).open()));
      use.addThemeVariants(ButtonVariant.PRIMARY);
      head.add(use);
    }
    add(head, used, new H3(tr("strategy.imports.users")), users);
  }

  void show(DraftRevision revision) {
    used.setRows(parts.reuse().usedBy(revision.dmn()));
    users.setRows(parts.versions().usersOf(revision.strategy()));
  }

  /** What a draft uses, in words; empty for one that uses nothing of others. */
  String described(DraftRevision revision) {
    return parts.reuse().usedBy(revision.dmn()).stream()
        .map(line -> name(line) + " " + version(line))
        .collect(Collectors.joining(tr("shell.listSeparator")));
  }

  private Component actions(Used line) {
    var actions = new Div();
    actions.addClassName("rw-row-actions");
    var newest = line.newest();
    if (editable && newest != null && line.canBeNewer()) {
      var newer =
          new Button(
              tr("strategy.imports.newer", newest.number()),
              click -> settle.accept(() -> new NewerRulesDialog(desk, parts, line, done).open()));
      newer.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
      actions.add(newer);
    }
    if (editable) {
      var remove =
          new Button(tr("strategy.imports.remove"), click -> settle.accept(() -> remove(line)));
      remove.addThemeVariants(ButtonVariant.SMALL);
      actions.add(remove);
    }
    return actions;
  }

  /** An undo brings it back, so nobody is asked. */
  private void remove(Used line) {
    done.accept(
        desk.taken(
            parts
                .reuse()
                .remove(desk.head(), line.line().namespace(), desk.session(), desk.actor())));
  }

  private List<TableColumn<Used>> usedColumns() {
    return List.of(
        TableColumn.<Used>text("strategy", tr("strategy.imports.strategy"), this::name)
            .looksLike(this::link),
        TableColumn.text("name", tr("strategy.imports.name"), line -> line.line().name()),
        TableColumn.<Used>text("version", tr("strategy.version"), ImportsPanel::version)
            .looksLike(line ->
                new StatusBadge(version(line), line.version() == null ? Tone.BAD : Tone.NEUTRAL)));
  }

  private static String version(Used line) {
    var version = line.version();
    return version == null
        ? tr("strategy.imports.missing")
        : tr("strategy.version.number", version.number());
  }

  private String name(Used line) {
    var version = line.version();
    return version == null ? line.line().namespace() : parts.name(version.strategy());
  }

  private Component link(Used line) {
    var version = line.version();
    return version == null ? new Span(name(line)) : link(version.strategy());
  }

  private Component link(StrategyKey strategy) {
    return new RouterLink(
        parts.name(strategy), StrategyView.class, StrategyNavigation.parameters(strategy));
  }

  private List<TableColumn<StrategyUse>> userColumns() {
    return List.of(
        TableColumn.<StrategyUse>text(
                "strategy", tr("strategy.imports.strategy"), use -> parts.name(use.strategy()))
            .looksLike(use -> link(use.strategy())),
        TableColumn.text("draft", tr("strategy.imports.draft"), ImportsPanel::draft),
        TableColumn.text("versions", tr("strategy.imports.versions"), ImportsPanel::versions));
  }

  private static String draft(StrategyUse use) {
    var number = use.inDraft();
    return number == null ? "" : tr("strategy.imports.draft.uses", number);
  }

  private static String versions(StrategyUse use) {
    return use.versions().stream()
        .map(it -> tr("strategy.imports.version.uses", it.number(), it.used()))
        .collect(Collectors.joining(tr("shell.listSeparator")));
  }
}
