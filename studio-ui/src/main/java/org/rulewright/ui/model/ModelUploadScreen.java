package org.rulewright.ui.model;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.model.ModelLimits;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.modelregistry.ModelUpload;
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
  private static final int MOST_EXPECTED_BYTES = 20 << 20;

  private final transient ModelRegistry models;
  private final TextField name = new TextField(tr("model.name"));
  private final TextField key = new TextField(tr("model.key"));
  private final Button keep = new Button(tr("model.keep"), click -> keep());
  private transient @Nullable Received model;
  private transient @Nullable Received expected;

  /** A file that has come in and is not kept yet. */
  private record Received(String name, byte[] bytes) {}

  ModelUploadScreen(ModelRegistry models) {
    super(tr("model.upload"));
    this.models = models;
    rename(tr("model.upload"), Crumb.to(ModelsScreen.class, tr("model.title")));
    header().setLead(tr("model.upload.lead"));
    key.setHelperText(tr("model.key.help"));
    keep.addThemeNames("primary");
    keep.setEnabled(false);
    int most = Math.toIntExact(ModelLimits.DEFAULT.maxBytes() + 1);
    var body =
        new Div(
            new H2(tr("model.file")),
            upload(tr("model.file.drop"), most, this::model, ".onnx", ".pmml", ".xml"),
            new H2(tr("model.expected")),
            new Paragraph(tr("model.expected.help")),
            upload(tr("model.expected.drop"), MOST_EXPECTED_BYTES, it -> expected = it, ".csv"),
            new FormLayout(name, key),
            new Div(keep));
    body.addClassName("rw-stack");
    add(body);
  }

  private interface Take {
    void received(Received file);
  }

  private static Upload upload(String drop, int most, Take take, String... types) {
    var upload = new Upload((UploadHandler) event -> receive(event, most, take));
    upload.setMaxFiles(1);
    upload.setAcceptedFileTypes(types);
    upload.setUploadButton(new Button(tr("model.choose")));
    upload.setDropLabel(new Span(drop));
    upload.setWidthFull();
    return upload;
  }

  /** Takes the bytes on the request's own thread; the screen is not held up. */
  private static void receive(UploadEvent event, int most, Take take) throws IOException {
    try (var content = event.getInputStream()) {
      var file = new Received(event.getFileName(), content.readNBytes(most));
      event.getUI().access(() -> take.received(file));
    }
  }

  private void model(Received file) {
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

  private void keep(Received file) {
    var scores = expected;
    var upload =
        new ModelUpload(
            key.getValue(),
            name.isEmpty() ? key.getValue() : name.getValue().strip(),
            file.name(),
            scores == null ? null : new String(scores.bytes(), StandardCharsets.UTF_8));
    try {
      var content = new ByteArrayInputStream(file.bytes());
      switch (models.upload(upload, content, SignedIn.here().actor())) {
        case UploadResult.Kept kept -> {
          Notices.done(tr("model.kept", kept.version().number()));
          ModelNavigation.open(upload.key());
        }
        case UploadResult.Refused refused ->
            Notices.failed(
                tr("model.refused", file.name()), ModelWords.problems(refused.problems()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the model file could not be kept", e);
    }
  }
}
