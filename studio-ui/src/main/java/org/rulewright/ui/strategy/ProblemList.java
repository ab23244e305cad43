package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.ui.shell.Messages;

/** The diagnostics of a draft; a click leads to the place. */
class ProblemList extends Details {
  private final transient Consumer<Place> open;
  private final Div lines = new Div();
  private final Span summary = new Span();

  ProblemList(Consumer<Place> open) {
    this.open = open;
    addClassName("rw-problems");
    lines.addClassName("rw-problem-lines");
    setSummary(summary);
    add(lines);
  }

  void show(List<Diagnostic> diagnostics) {
    summary.removeAll();
    summary.add(summary(diagnostics));
    lines.removeAll();
    diagnostics.stream()
        .sorted(Comparator.comparing(Diagnostic::severity))
        .map(this::line)
        .forEach(lines::add);
    if (diagnostics.isEmpty()) {
      setOpened(false);
    }
    setEnabled(!diagnostics.isEmpty());
  }

  private static Div summary(List<Diagnostic> diagnostics) {
    var summary = new Div();
    summary.addClassName("rw-problem-summary");
    if (diagnostics.isEmpty()) {
      summary.add(good(), new Span(tr("strategy.problems.none")));
    }
    for (Severity severity : Severity.values()) {
      var count = diagnostics.stream().filter(found -> found.severity() == severity).count();
      if (count > 0) {
        summary.add(icon(severity), new Span(tr("strategy.problems." + severity.name(), count)));
      }
    }
    return summary;
  }

  private NativeButton line(Diagnostic diagnostic) {
    var line = new NativeButton("", click -> open.accept(diagnostic.place()));
    line.add(icon(diagnostic.severity()), new Span(diagnostic.message(Messages.locale())));
    line.addClassName("rw-problem");
    return line;
  }

  /** The sign that nothing is wrong. */
  static Icon good() {
    return icon(VaadinIcon.CHECK_CIRCLE_O, "ok");
  }

  static Icon icon(Severity severity) {
    return switch (severity) {
      case ERROR -> icon(VaadinIcon.CLOSE_CIRCLE_O, "error");
      case WARNING -> icon(VaadinIcon.WARNING, "warning");
      case INFO -> icon(VaadinIcon.INFO_CIRCLE_O, "info");
    };
  }

  private static Icon icon(VaadinIcon picture, String look) {
    var icon = picture.create();
    icon.addClassName("rw-severity-" + look);
    icon.getElement().setAttribute("aria-hidden", "true");
    return icon;
  }
}
