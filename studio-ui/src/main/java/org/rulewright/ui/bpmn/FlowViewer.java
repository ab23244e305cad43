package org.rulewright.ui.bpmn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rulewright.decision.Diagnostic;
import org.rulewright.ui.shell.Messages;

/**
 * A flow to look at: its drawing, with findings or with the path of one run.
 *
 * @see "docs/decisions/0007-dmn-js-in-its-own-shadow-root.md"
 */
@Tag("rw-flow-viewer")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./bpmn/rw-flow-viewer.ts")
public final class FlowViewer extends Component implements HasSize, HasStyle {
  private final String xml;

  /** A diagnostic in the words of the person at the screen, as the page takes it. */
  record Finding(String element, String severity, String message) {}

  /** What the page says around the drawing. */
  record Words(String larger, String smaller, String whole, String undrawn) {}

  public FlowViewer(byte[] bpmn) {
    xml = new String(bpmn, UTF_8);
    addClassName("rw-flow-drawing");
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    getElement()
        .setPropertyBean(
            "words",
            new Words(tr("bpmn.larger"), tr("bpmn.smaller"), tr("bpmn.whole"), tr("bpmn.undrawn")));
    getElement().callJsFunction("load", xml);
  }

  /** Marks the elements these diagnostics point at, and no others. */
  public void setFindings(List<Diagnostic> findings) {
    getElement()
        .setPropertyList("findings", findings.stream().flatMap(FlowViewer::finding).toList());
  }

  private static Stream<Finding> finding(Diagnostic diagnostic) {
    var element = diagnostic.place().element();
    if (element == null) {
      return Stream.empty();
    }
    var message = diagnostic.message(Messages.locale());
    return Stream.of(new Finding(element, diagnostic.severity().name(), message));
  }

  /** Lights up what a run came by: steps and sequence flows, by their ids. */
  public void setPath(Collection<String> elements) {
    getElement().setPropertyList("path", List.copyOf(elements));
  }

  /** Moves an element into sight and draws the eye to it. */
  public void show(String element) {
    getElement().callJsFunction("show", element);
  }

  /** Tells the id of the element that was clicked. */
  public void onElement(Consumer<String> listener) {
    addListener(ElementClicked.class, event -> listener.accept(event.id));
  }

  /** An element was clicked. */
  @DomEvent("rw-element")
  public static final class ElementClicked extends ComponentEvent<FlowViewer> {
    private final String id;

    public ElementClicked(
        FlowViewer source, boolean fromClient, @EventData("event.detail.id") String id) {
      super(source, fromClient);
      this.id = id;
    }
  }
}
