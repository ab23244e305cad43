package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.environment.Environment;
import org.rulewright.evidence.Evidence;
import org.rulewright.release.Release;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.ui.shell.Tone;
import org.rulewright.version.VersionSummary;

/** The versions of a strategy: where each runs, what differs, and releasing one. */
class VersionsPanel extends Div {
  private final transient StrategyKey strategy;
  private final transient StrategyParts parts;
  private final Div environments = new Div();
  private final DataTable<VersionLine> table;

  VersionsPanel(StrategyKey strategy, StrategyParts parts, boolean editable) {
    this.strategy = strategy;
    this.parts = parts;
    addClassName("rw-versions");
    environments.addClassName("rw-environments");
    table = new DataTable<>(tr("strategy.section.VERSIONS"), columns()).inAddressAs("versions");
    table.addActions(this::actions);
    table.setEmptyState(
        new EmptyState(
            VaadinIcon.CUBES,
            tr("strategy.version.none"),
            tr(editable ? "strategy.version.none.remedy" : "strategy.version.none.wait")));
    add(environments, table);
  }

  void refresh() {
    var all = parts.environments().list();
    environments.removeAll();
    all.forEach(environment -> environments.add(card(environment)));
    var evidence = parts.examinations().newest(strategy);
    table.setRows(
        parts.versions().list(strategy).stream()
            .map(version -> line(version, all, evidence.get(version.id())))
            .toList());
  }

  /** Asks for a note and makes the draft a version. */
  void create(Runnable done, ProblemList problems) {
    new NewVersionDialog(parts.versions(), strategy, done, problems).open();
  }

  private VersionLine line(
      VersionSummary version, List<Environment> all, @Nullable Evidence evidence) {
    return new VersionLine(
        version,
        all.stream()
            .filter(environment -> runs(environment, version))
            .map(environment -> environment.label(Messages.locale()))
            .toList(),
        evidence);
  }

  private boolean runs(Environment environment, VersionSummary version) {
    return parts
        .releases()
        .active(environment.name(), strategy)
        .filter(release -> release.version().id().equals(version.id()))
        .isPresent();
  }

  private Component card(Environment environment) {
    var release = parts.releases().active(environment.name(), strategy);
    var card = new Div();
    card.addClassName("rw-environment");
    var name = new Span(environment.label(Messages.locale()));
    name.addClassName("rw-environment-name");
    card.add(name);
    release.ifPresentOrElse(
        active -> fill(card, environment, active),
        () -> card.add(new Span(tr("strategy.release.nothing"))));
    return card;
  }

  private void fill(Div card, Environment environment, Release active) {
    var last = parts.releases().history(environment.name(), strategy).getFirst();
    card.add(
        new StatusBadge(tr("strategy.version.number", active.version().number()), Tone.GOOD),
        new Span(
            tr("strategy.release.since", last.by().name(), Formats.here().dateTime(last.at()))));
    if (isGovernor() && active.before().isPresent()) {
      var back =
          new Button(
              tr("strategy.release.back"),
              VaadinIcon.ROTATE_LEFT.create(),
              click -> new Releasing(parts, this::refresh).back(environment, strategy));
      back.addThemeVariants(ButtonVariant.SMALL);
      card.add(back);
    }
  }

  private static boolean isGovernor() {
    return SignedIn.here().hasAny(Roles.GOVERNOR);
  }

  private Component actions(VersionLine line) {
    var compare =
        new Button(
            tr("strategy.compare"),
            click -> new CompareDialog(parts, strategy, line.version()).open());
    var look =
        new Button(
            tr("strategy.version.look"),
            click -> new VersionDialog(parts, line.version().id()).open());
    var buttons = new Div(look, compare);
    if (isGovernor()) {
      var release =
          new Button(
              tr("strategy.release"),
              VaadinIcon.ROCKET.create(),
              click -> new Releasing(parts, this::refresh).ask(line.version()));
      release.addThemeVariants(ButtonVariant.PRIMARY);
      buttons.add(release);
    }
    buttons
        .getChildren()
        .forEach(button -> ((Button) button).addThemeVariants(ButtonVariant.SMALL));
    buttons.addClassName("rw-row-actions");
    return buttons;
  }

  /** Says in a word what the newest examination found; a click shows the rest. */
  private Component evidence(VersionLine line) {
    var words = new EvidenceWords(line.evidence());
    var open =
        new Button(
            new StatusBadge(words.badge(), words.tone()),
            click -> new EvidenceDialog(parts, line.version(), this::refresh).open());
    open.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    open.setTooltipText(tr("strategy.evidence.open"));
    open.setAriaLabel(words.badge() + " " + words.date());
    var date = new Span(words.date());
    date.addClassNames("rw-muted", "rw-small");
    var cell = new Div(open, date);
    cell.addClassName("rw-evidence");
    return cell;
  }

  private List<TableColumn<VersionLine>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.<VersionLine, Integer>value(
            "number",
            tr("strategy.version"),
            line -> line.version().number(),
            line -> tr("strategy.version.number", line.version().number())),
        TableColumn.<VersionLine>text(
                "runs",
                tr("strategy.list.runs"),
                line -> String.join(tr("shell.listSeparator"), line.runsIn()))
            .looksLike(VersionsPanel::runs),
        TableColumn.<VersionLine>text(
                "evidence",
                tr("strategy.evidence"),
                line -> new EvidenceWords(line.evidence()).badge())
            .looksLike(this::evidence),
        TableColumn.text("note", tr("strategy.version.note"), line -> line.version().note()),
        TableColumn.text(
            "by", tr("strategy.version.by"), line -> line.version().createdBy().name()),
        TableColumn.value(
            "at",
            tr("strategy.version.at"),
            line -> line.version().createdAt(),
            line -> formats.dateTime(line.version().createdAt())),
        TableColumn.<VersionLine>text(
                "digest", tr("strategy.version.digest"), line -> line.version().digest())
            .looksLike(VersionsPanel::digest));
  }

  private static Component runs(VersionLine line) {
    var badges = new Div();
    badges.addClassName("rw-badges");
    line.runsIn().forEach(label -> badges.add(new StatusBadge(label, Tone.GOOD)));
    return badges;
  }

  private static Component digest(VersionLine line) {
    var digest = new Span(line.shortDigest());
    digest.addClassName("rw-digest");
    digest.getElement().setAttribute("title", line.version().digest());
    return digest;
  }
}
