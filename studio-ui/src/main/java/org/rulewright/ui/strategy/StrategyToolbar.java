package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Supplier;
import org.rulewright.asset.DraftRevision;

/** The buttons for a strategy as a whole, whichever of its sections is open. */
final class StrategyToolbar {
  private final Button undo = icon(VaadinIcon.ARROW_BACKWARD, "strategy.undo");
  private final Button redo = icon(VaadinIcon.ARROW_FORWARD, "strategy.redo");
  private final Button importing = icon(VaadinIcon.UPLOAD_ALT, "strategy.replace");
  private final Button export = icon(VaadinIcon.DOWNLOAD_ALT, "strategy.export");
  private final Button trying = new Button(tr("strategy.try"), VaadinIcon.PLAY.create());
  private final Button version =
      new Button(tr("strategy.version.create"), VaadinIcon.CHECK.create());
  private final Anchor exportLink;

  /**
   * The buttons.
   *
   * @param head the revision that is downloaded
   */
  StrategyToolbar(Supplier<DraftRevision> head, String fileName) {
    version.addThemeVariants(ButtonVariant.PRIMARY);
    exportLink = exportLink(head, fileName);
  }

  void onUndo(Runnable then) {
    undo.addClickListener(click -> then.run());
  }

  void onRedo(Runnable then) {
    redo.addClickListener(click -> then.run());
  }

  void onImport(Runnable then) {
    importing.addClickListener(click -> then.run());
  }

  void onTry(Runnable then) {
    trying.addClickListener(click -> then.run());
  }

  void onVersion(Runnable then) {
    version.addClickListener(click -> then.run());
  }

  /** All of them for who may edit, beside what says how saving goes. */
  Component[] toEdit(SaveStatus status, Button settleConflict) {
    return new Component[] {
      status, settleConflict, undo, redo, importing, exportLink, trying, version
    };
  }

  /** Those for who may only read. */
  Component[] toRead() {
    return new Component[] {exportLink, trying};
  }

  /**
   * Shows what can be done with a revision.
   *
   * @param imports the models it imports, in words; empty where there are none
   */
  void show(DraftRevision revision, String imports) {
    undo.setEnabled(revision.canUndo());
    redo.setEnabled(revision.canRedo());
    // A file alone is not whole where it imports: the button says what belongs to it.
    export.setTooltipText(
        imports.isEmpty() ? tr("strategy.export") : tr("strategy.export.imports", imports));
  }

  private Anchor exportLink(Supplier<DraftRevision> head, String fileName) {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(download -> {
              var bytes = head.get().dmn();
              return new DownloadResponse(
                  new ByteArrayInputStream(bytes), fileName, "application/xml", bytes.length);
            }),
            "");
    link.add(export);
    link.getElement().setAttribute("download", true);
    return link;
  }

  private static Button icon(VaadinIcon picture, String text) {
    var button = new Button(picture.create());
    button.addThemeNames("tertiary", "icon");
    button.setAriaLabel(tr(text));
    button.setTooltipText(tr(text));
    return button;
  }
}
