package org.rulewright.ui.dmn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.AttachEvent;

/** A model to look at: nothing in it can be changed. */
public final class DmnViewer extends DmnDrawing {
  private final String xml;

  public DmnViewer(byte[] dmn) {
    xml = new String(dmn, UTF_8);
    getElement().setProperty("readonly", true);
  }

  /** Opens with this table or expression instead of the graph, by its DMN id. */
  public void beginWith(String id) {
    getElement().setProperty("firstView", id);
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    super.onAttach(attached);
    getElement().callJsFunction("load", xml, 0);
  }
}
