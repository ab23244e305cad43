package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.StrategyModel;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.ui.bpmn.FlowViewer;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;
import org.rulewright.xml.UnreadableModelException;

/** The flow beside the decisions: its drawing, what is wrong with it, and its elements. */
class FlowPanel extends Div {
  private final transient DraftDesk desk;
  private final boolean editable;
  private final transient Consumer<SaveResult> done;
  private transient @Nullable DraftRevision shown;

  FlowPanel(DraftDesk desk, boolean editable, Consumer<SaveResult> done) {
    this.desk = desk;
    this.editable = editable;
    this.done = done;
    addClassNames("rw-contract", "rw-flow");
  }

  void show(DraftRevision revision) {
    if (revision.equals(shown)) {
      return; // as it stands here, with the element somebody may be looking at
    }
    shown = revision;
    removeAll();
    var flow = flow(revision);
    if (flow == null) {
      add(
          new EmptyState(
              VaadinIcon.SITEMAP, tr("strategy.flow.none"), tr("strategy.flow.none.next")));
    } else {
      show(flow, revision);
    }
  }

  private void show(BpmnDocument flow, DraftRevision revision) {
    var findings = FlowFindings.of(flow, revision.diagnostics());
    var viewer = new FlowViewer(flow.bytes());
    viewer.setFindings(findings);
    var element = new FlowElementPart(flow, findings);
    viewer.onElement(element::show);
    var list =
        new FlowFindings(
            flow,
            findings,
            id -> {
              viewer.show(id);
              element.show(id);
            });
    var side = new Div(list, element);
    side.addClassName("rw-flow-side");
    var whole = new Div(viewer, side);
    whole.addClassName("rw-flow-whole");
    add(head(flow), whole);
  }

  private Div head(BpmnDocument flow) {
    var runs = BpmnFlow.refusals(flow).isEmpty();
    var name = new H2(flow.name().isBlank() ? tr("strategy.flow.title") : flow.name());
    var badge =
        new StatusBadge(
            tr(runs ? "strategy.flow.runs" : "strategy.flow.refused"), runs ? Tone.GOOD : Tone.BAD);
    var help = new Span(tr(runs ? "strategy.flow.runs.text" : "strategy.flow.refused.text"));
    help.addClassName("rw-muted");
    var actions = new Div(export());
    if (editable) {
      actions.add(remove());
    }
    actions.addClassName("rw-row-actions");
    var title = new Div(name, badge, actions);
    title.addClassName("rw-flow-title");
    return new Div(title, help);
  }

  private static @Nullable BpmnDocument flow(DraftRevision revision) {
    try {
      return StrategyModel.read(revision.content()).flow();
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException("a stored draft can no longer be read", impossible);
    }
  }

  private Anchor export() {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(download -> {
              var bytes = desk.head().content().bpmn().orElseThrow();
              return new DownloadResponse(
                  new ByteArrayInputStream(bytes),
                  desk.strategy() + ".bpmn",
                  "application/xml",
                  bytes.length);
            }),
            "");
    link.add(new Button(tr("strategy.flow.export"), VaadinIcon.DOWNLOAD_ALT.create()));
    link.getElement().setAttribute("download", true);
    return link;
  }

  private Button remove() {
    var button =
        new Button(
            tr("strategy.flow.remove"),
            VaadinIcon.TRASH.create(),
            click -> done.accept(desk.removeFlow()));
    button.addThemeVariants(ButtonVariant.TERTIARY);
    return button;
  }
}
