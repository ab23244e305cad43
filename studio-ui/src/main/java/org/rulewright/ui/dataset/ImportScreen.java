package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import org.rulewright.blob.Digest;
import org.rulewright.dataset.CreateResult;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.ImportRequest;
import org.rulewright.dataset.NewDataset;
import org.rulewright.dataset.PreviewResult;
import org.rulewright.dataset.source.UnreadableSourceException;
import org.rulewright.job.Jobs;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.JobProgress;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.Pulse;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;

/** Brings in a file: choose it, see how it would be read, change that, import. */
@Route(value = "datasets-import", layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.OPERATOR})
class ImportScreen extends Screen {
  private final transient Datasets datasets;
  private final transient Jobs jobs;
  private final transient Pulse pulse;

  ImportScreen(Datasets datasets, Jobs jobs, Pulse pulse) {
    super(tr("dataset.import"));
    this.datasets = datasets;
    this.jobs = jobs;
    this.pulse = pulse;
    rename(tr("dataset.import"), Crumb.to(DatasetsScreen.class, tr("dataset.title")));
    header().setLead(tr("dataset.import.lead"));
    add(upload());
  }

  private Upload upload() {
    var upload = new Upload((UploadHandler) this::receive);
    upload.setMaxFiles(1);
    upload.setAcceptedFileTypes(".csv", ".txt", ".tsv", ".gz", ".xlsx");
    upload.setUploadButton(new Button(tr("dataset.import.choose")));
    upload.setDropLabel(new Span(tr("dataset.import.drop")));
    upload.setId("dataset-upload");
    upload.setWidthFull();
    return upload;
  }

  /** Takes the bytes on the request's own thread; the screen is not held up. */
  private void receive(UploadEvent event) throws IOException {
    var name = event.getFileName();
    try (var content = event.getInputStream()) {
      var digest = datasets.upload(content);
      var preview = datasets.preview(digest);
      event.getUI().access(() -> show(name, digest, preview));
    } catch (UnreadableSourceException unreadable) {
      event
          .getUI()
          .access(() ->
              Notices.failed(
                  tr("dataset.import.unreadable", name), unreadable.problem().message(locale())));
    }
  }

  private void show(String name, Digest digest, PreviewResult preview) {
    switch (preview) {
      case PreviewResult.Unreadable unreadable ->
          Notices.failed(
              tr("dataset.import.unreadable", name), unreadable.problem().message(locale()));
      case PreviewResult.Shown shown -> {
        clear();
        add(new ImportForm(datasets, name, digest, shown.preview(), this::start));
      }
    }
  }

  private void start(NewDataset wanted, ImportForm.Choice choice) {
    switch (datasets.create(wanted, SignedIn.here().actor())) {
      case CreateResult.KeyTaken taken ->
          Notices.failed(tr("dataset.keyTaken", taken.key()), tr("dataset.keyTaken.remedy"));
      case CreateResult.Created created -> submit(created.dataset(), choice);
    }
  }

  private void submit(Dataset dataset, ImportForm.Choice choice) {
    var request =
        new ImportRequest(
            dataset.id(), choice.upload(), choice.fileName(), choice.options(), choice.policy());
    var job = datasets.submitImport(request, SignedIn.here().actor());
    clear();
    add(new JobProgress(jobs, pulse, job, ended -> DatasetNavigation.open(dataset.key())));
  }
}
