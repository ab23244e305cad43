package org.rulewright.ui.strategy;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rulewright.asset.Drafts;

/** Takes a DMN file from the person's computer. */
final class ModelUpload {

  private ModelUpload() {}

  /**
   * An upload of one file.
   *
   * @param taken gets the file's name and content
   * @param refused gets the sentence that says why a file was not even taken
   */
  static Upload of(BiConsumer<String, byte[]> taken, Consumer<String> refused) {
    var upload =
        new Upload(
            UploadHandler.inMemory((metadata, bytes) -> taken.accept(metadata.fileName(), bytes)));
    upload.setMaxFiles(1);
    upload.setMaxFileSize(Drafts.LARGEST_MODEL);
    upload.setAcceptedFileTypes(".dmn", ".bpmn", ".xml", "application/xml", "text/xml");
    upload.setUploadButton(new Button(tr("strategy.import.choose")));
    upload.setDropLabel(new Span(tr("strategy.import.drop")));
    upload.addFileRejectedListener(
        rejected -> refused.accept(tr("strategy.import.tooLarge", rejected.getFileName())));
    upload.addClassName("rw-model-upload");
    return upload;
  }
}
