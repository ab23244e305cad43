package org.rulewright.ui.audit;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Map;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.audit.AuditVerification;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.SignedIn;

/** Walks the whole chain in the background and says what it found. */
class ChainCheck extends Div {
  private final transient AuditTrail trail;

  ChainCheck(AuditTrail trail) {
    this.trail = trail;
    setVisible(false);
    getElement().setAttribute("role", "status");
  }

  void run() {
    var bar = new ProgressBar();
    bar.setIndeterminate(true);
    show("", new Span(tr("audit.verifying")), bar);
    var ui = UI.getCurrent();
    var person = SignedIn.here().actor();
    var unused = Thread.ofVirtual().name("audit-check").start(() -> verify(ui, person));
  }

  private void verify(UI ui, Actor person) {
    try {
      var found = trail.verify();
      trail.append(
          person,
          AuditAction.AUDIT_VERIFIED,
          "audit",
          "trail",
          Map.of("intact", String.valueOf(found instanceof AuditVerification.Intact)));
      ui.access(() -> say(found));
    } catch (RuntimeException failure) {
      ui.access(() -> {
        setVisible(false);
        throw failure; // to the session's error handler, which logs and tells
      });
    }
  }

  private void say(AuditVerification found) {
    var formats = Formats.here();
    switch (found) {
      case AuditVerification.Intact intact -> {
        var head = new Span(tr("audit.intact.head", intact.head()));
        head.addClassNames("rw-mono", "rw-small", "rw-muted");
        show(
            "good",
            VaadinIcon.CHECK_CIRCLE.create(),
            words(new Span(tr("audit.intact", formats.number(intact.entries()))), head));
      }
      case AuditVerification.Broken broken ->
          show(
              "bad",
              VaadinIcon.WARNING.create(),
              words(
                  new Span(
                      tr(
                          "audit.broken",
                          formats.number(broken.position()),
                          trOf("audit.damage", broken.damage()))),
                  new Span(tr("audit.broken.remedy"))));
    }
  }

  private static Div words(Component... lines) {
    var words = new Div(lines);
    words.addClassName("rw-notice-words");
    return words;
  }

  private void show(String tone, Component... parts) {
    removeAll();
    setClassName("rw-callout" + (tone.isEmpty() ? "" : " " + tone));
    add(parts);
    setVisible(true);
  }
}
