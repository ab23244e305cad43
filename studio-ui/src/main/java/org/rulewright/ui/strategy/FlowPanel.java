package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.StrategyModel;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.decision.Diagnostic;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Messages;
import org.rulewright.ui.shell.TableColumn;
import org.rulewright.xml.UnreadableModelException;

/** The flow beside the drawing, element by element, with what is wrong with each; read only. */
class FlowPanel extends Div {
  private final transient DraftDesk desk;
  private final boolean editable;
  private final transient Consumer<SaveResult> done;

  FlowPanel(DraftDesk desk, boolean editable, Consumer<SaveResult> done) {
    this.desk = desk;
    this.editable = editable;
    this.done = done;
    addClassName("rw-contract");
  }

  void show(DraftRevision revision) {
    removeAll();
    var flow = flow(revision);
    if (flow == null) {
      add(
          new EmptyState(
              VaadinIcon.SITEMAP, tr("strategy.flow.none"), tr("strategy.flow.none.next")));
    } else {
      var help = tr(flow.runs() ? "strategy.flow.runs" : "strategy.flow.refused");
      var whole =
          new Section(new H2(flow.name()), new Paragraph(help), new Div(export(), remove()));
      whole.add(table(flow, revision.diagnostics()));
      add(whole);
    }
  }

  /** A flow as this panel needs it. */
  private record Shown(BpmnDocument document, String name, boolean runs) {}

  private static @org.jspecify.annotations.Nullable Shown flow(DraftRevision revision) {
    try {
      var document = StrategyModel.read(revision.content()).flow();
      if (document == null) {
        return null;
      }
      var name = document.name().isBlank() ? tr("strategy.flow.title") : document.name();
      var refusals = org.rulewright.bpmn.BpmnFlow.refusals(document);
      return new Shown(document, name, refusals.isEmpty());
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException("a stored draft can no longer be read", impossible);
    }
  }

  private static DataTable<BpmnDocument.Part> table(Shown flow, List<Diagnostic> diagnostics) {
    var table =
        new DataTable<>(
                tr("strategy.flow.title"),
                List.of(
                    TableColumn.text(
                        "element", tr("strategy.flow.element"), BpmnDocument.Part::label),
                    TableColumn.text("id", tr("strategy.flow.id"), BpmnDocument.Part::id),
                    TableColumn.text(
                        "problems",
                        tr("strategy.flow.problems"),
                        (BpmnDocument.Part part) -> problems(part, diagnostics))))
            .inAddressAs("flow");
    table.grid().setAllRowsVisible(true);
    table.setRows(flow.document().parts());
    return table;
  }

  private static String problems(BpmnDocument.Part part, List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(it -> part.id().equals(it.place().element()) || part.id().equals(it.place().cell()))
        .map(it -> it.message(Messages.locale()))
        .collect(Collectors.joining(" "));
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
    button.setVisible(editable);
    return button;
  }
}
