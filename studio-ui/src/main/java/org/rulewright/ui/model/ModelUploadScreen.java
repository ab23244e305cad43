package org.rulewright.ui.model;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.modelregistry.ModelUpload;
import org.rulewright.modelregistry.ReceivedModel;
import org.rulewright.modelregistry.UploadResult;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;

/** Brings in a model file, with the scores expected of it. */
@Route(value = "models-upload", layout = Shell.class)
@RolesAllowed(Roles.STRATEGIST)
class ModelUploadScreen extends Screen {
  private static final System.Logger LOG = System.getLogger(ModelUploadScreen.class.getName());

  private final transient ModelRegistry models;
  private final TextField name = new TextField(tr("model.name"));
  private final TextField key = new TextField(tr("model.key"));
  private final Button keep = new Button(tr("model.keep"), click -> keep());
  private final ProgressBar proving = new ProgressBar();
  private transient @Nullable Received model;
  private transient @Nullable String expected;

  /** A file that has come in and is not kept yet. */
  private record Received(String name, ReceivedModel file) {}

  ModelUploadScreen(ModelRegistry models) {
    super(tr("model.upload"));
    this.models = models;
    rename(tr("model.upload"), Crumb.to(ModelsScreen.class, tr("model.title")));
    header().setLead(tr("model.upload.lead"));
    key.setHelperText(tr("model.key.help"));
    keep.addThemeNames("primary");
    keep.setEnabled(false);
    proving.setIndeterminate(true);
    proving.setVisible(false);
    var body =
        new Div(
            new H2(tr("model.file")),
            upload(
                tr("model.file.drop"),
                this::receiveModel,
                this::withoutModel,
                ".onnx",
                ".pmml",
                ".xml"),
            new H2(tr("model.expected")),
            new Paragraph(tr("model.expected.help")),
            upload(tr("model.expected.drop"), this::receiveExpected, () -> expected = null, ".csv"),
            new FormLayout(name, key),
            new Div(keep),
            proving);
    body.addClassName("rw-stack");
    add(body);
  }

  private static Upload upload(
      String drop, UploadHandler handler, Command removed, String... types) {
    var upload = new Upload(handler);
    upload.addFileRemovedListener(event -> removed.execute());
    upload.setMaxFiles(1);
    upload.setAcceptedFileTypes(types);
    upload.setUploadButton(new Button(tr("model.choose")));
    upload.setDropLabel(new Span(drop));
    upload.setWidthFull();
    return upload;
  }

  /** Takes the bytes on the request's own thread, to the disk; the screen is not held up. */
  private void receiveModel(UploadEvent event) throws IOException {
    try (var content = event.getInputStream()) {
      var file = new Received(event.getFileName(), models.receive(content));
      give(event.getUI(), file, () -> model(file));
    }
  }

  private void receiveExpected(UploadEvent event) throws IOException {
    try (var content = event.getInputStream()) {
      // one byte too many is refused with the model
      var bytes = content.readNBytes(ModelUpload.MOST_EXPECTED_BYTES + 1);
      var text = new String(bytes, StandardCharsets.UTF_8);
      event.getUI().access(() -> expected = text);
    }
  }

  /** Gives a file to the screen; where that has been left, nobody wants it any more. */
  private static void give(UI ui, Received file, Command take) {
    try {
      ui.access(take);
    } catch (UIDetachedException left) {
      file.file().close();
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    super.onDetach(event);
    letGo();
  }

  private void withoutModel() {
    letGo();
    keep.setEnabled(false);
  }

  private void letGo() {
    if (model != null) {
      model.file().close();
      model = null;
    }
  }

  private void model(Received file) {
    letGo();
    if (!isAttached()) {
      file.file().close();
      return;
    }
    model = file;
    keep.setEnabled(true);
    var stem = file.name().replaceFirst("\\.[A-Za-z]+$", "");
    if (name.isEmpty()) {
      name.setValue(stem);
    }
    if (key.isEmpty()) {
      key.setValue(
          stem.toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9._-]+", "-")
              .replaceAll("^[^a-z]+|-+$", ""));
    }
  }

  private void keep() {
    var file = model;
    if (file == null) {
      return;
    }
    var keyGood = ModelUpload.isKey(key.getValue());
    key.setInvalid(!keyGood);
    key.setErrorMessage(keyGood ? "" : tr("model.key.wrong"));
    if (keyGood) {
      keep(file);
    }
  }

  /** Opens and scores beside the screen, which may take a while. */
  private void keep(Received file) {
    var upload =
        new ModelUpload(
            key.getValue(),
            name.isEmpty() ? key.getValue() : name.getValue().strip(),
            file.name(),
            expected);
    var person = SignedIn.here().actor();
    var ui = UI.getCurrent();
    // it belongs to the other thread until that gives it back
    model = null;
    busy(true);
    Thread.ofVirtual()
        .name("model-intake")
        .start(() -> {
          try {
            var result = models.keep(upload, file.file(), person);
            give(ui, file, () -> show(upload, file, result));
          } catch (IOException | RuntimeException failed) {
            LOG.log(Level.ERROR, "model file " + upload.fileName() + " could not be kept", failed);
            give(ui, file, () -> failed(file));
          }
        });
  }

  private void busy(boolean is) {
    keep.setEnabled(!is);
    proving.setVisible(is);
  }

  private void show(ModelUpload upload, Received file, UploadResult result) {
    busy(false);
    switch (result) {
      case UploadResult.Kept kept -> {
        Notices.done(tr("model.kept", kept.version().number()));
        ModelNavigation.open(upload.key());
      }
      case UploadResult.Refused refused -> {
        model(file);
        Notices.failed(tr("model.refused", file.name()), ModelWords.problems(refused.problems()));
      }
    }
  }

  private void failed(Received file) {
    busy(false);
    model(file);
    Notices.failed(tr("model.refused", file.name()), tr("model.notKept"));
  }
}
