package org.rulewright.ui.dmn;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.ui.shell.Messages;

/**
 * What editor and viewer have in common: the element of the page, its language and its marks.
 *
 * @see "docs/decisions/0007-dmn-js-in-its-own-shadow-root.md"
 */
@Tag("rw-dmn-editor")
@NpmPackage(value = "dmn-js", version = "17.10.2")
@NpmPackage(value = "dmn-moddle", version = "12.2.1")
@NpmPackage(value = "moddle-xml", version = "12.3.2")
@JsModule("./dmn/rw-dmn-editor.ts")
abstract class DmnDrawing extends Component implements HasSize, HasStyle {

  /** A diagnostic in the words of the person at the screen, as the page takes it. */
  record Mark(@Nullable String element, @Nullable String cell, String severity, String message) {}

  /** Decisions and rules that were hit, as the page takes them. */
  record Highlight(Collection<String> rules, Collection<String> decisions) {}

  DmnDrawing() {
    setSizeFull();
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    getElement().setProperty("language", Messages.locale().getLanguage());
  }

  /** Marks the places of these diagnostics, and no others. */
  public void setDiagnostics(List<Diagnostic> diagnostics) {
    getElement()
        .setPropertyList("diagnostics", diagnostics.stream().map(DmnDrawing::mark).toList());
  }

  private static Mark mark(Diagnostic diagnostic) {
    var place = diagnostic.place();
    return new Mark(
        place.element(),
        place.cell(),
        diagnostic.severity().name(),
        diagnostic.message(Messages.locale()));
  }

  /** Lights up what was hit, by the ids of DMN elements. */
  public void setHits(Collection<String> rules, Collection<String> decisions) {
    getElement().setPropertyBean("highlight", new Highlight(rules, decisions));
  }

  /** Opens the view that shows the place and draws the eye to it. */
  public void show(Place place) {
    getElement().callJsFunction("show", place.element(), place.cell());
  }

  /** Opens the view that shows the place, and tells whether there is such a place. */
  public void show(Place place, Consumer<Boolean> found) {
    getElement()
        .callJsFunction("show", place.element(), place.cell())
        .then(Boolean.class, found::accept);
  }

  /** Opens the table or expression of a decision, by its DMN id. */
  public void openView(String id) {
    getElement().callJsFunction("openView", id);
  }
}
