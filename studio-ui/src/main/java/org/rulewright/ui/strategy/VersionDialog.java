package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.rulewright.asset.StrategyKey;
import org.rulewright.ui.dmn.DmnViewer;
import org.rulewright.ui.shell.Formats;
import org.rulewright.version.Version;
import org.rulewright.version.VersionId;
import org.rulewright.version.VersionPin;

/** A version to look at: who made it from whose edits, its hash, and its drawing. */
class VersionDialog extends Dialog {

  VersionDialog(StrategyParts parts, VersionId id) {
    var version =
        parts
            .versions()
            .find(id)
            .orElseThrow(() -> new IllegalStateException("no such version: " + id));
    setHeaderTitle(tr("strategy.version.title", version.number()));
    setWidth("min(96vw, 80rem)");
    setHeight("86vh");
    var facts =
        new Div(
            new Paragraph(
                tr(
                    "strategy.version.made",
                    version.createdBy().name(),
                    Formats.here().dateTime(version.createdAt()))),
            new Paragraph(tr("strategy.version.editors", editors(parts, version))),
            digest(version));
    if (!version.note().isEmpty()) {
      facts.add(new Paragraph(version.note()));
    }
    var used = used(parts, version);
    if (!used.isEmpty()) {
      facts.add(new Paragraph(tr("strategy.version.uses", used)));
    }
    facts.addClassName("rw-version-facts");
    var drawing = new Div(new DmnViewer(version.dmn()));
    drawing.addClassName("rw-version-drawing");
    add(facts, drawing);
    getFooter().add(new Button(tr("shell.close"), click -> close()));
  }

  /** The versions of other strategies whose rules it uses, directly or through others. */
  private static String used(StrategyParts parts, Version version) {
    return version.pins().stream()
        .filter(pin -> pin.kind() == VersionPin.Kind.STRATEGY)
        .map(pin ->
            parts.name(new StrategyKey(pin.key()))
                + " "
                + tr("strategy.version.number", pin.number()))
        .collect(Collectors.joining(tr("shell.listSeparator")));
  }

  private static Span digest(Version version) {
    var digest = new Span(version.digest());
    digest.addClassName("rw-digest");
    return digest;
  }

  // An editor who is no user any more is named by the id that the record keeps.
  private static String editors(StrategyParts parts, Version version) {
    return version.editors().stream()
        .map(parts.people()::name)
        .sorted()
        .collect(Collectors.joining(tr("shell.listSeparator")));
  }
}
