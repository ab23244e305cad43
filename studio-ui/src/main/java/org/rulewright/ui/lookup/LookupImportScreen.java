package org.rulewright.ui.lookup;

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
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.PreviewResult;
import org.rulewright.dataset.source.UnreadableSourceException;
import org.rulewright.job.Job;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;
import org.rulewright.lookuptable.LookupImport;
import org.rulewright.lookuptable.LookupImportStart;
import org.rulewright.lookuptable.LookupRefusal;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.JobProgress;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.Pulse;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;

/** Brings in a look-up table: choose a file, say which columns are the key, import. */
@Route(value = "lookups-import", layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.OPERATOR})
class LookupImportScreen extends Screen {
  private final transient Datasets datasets;
  private final transient Lookups lookups;
  private final transient Jobs jobs;
  private final transient Pulse pulse;

  LookupImportScreen(Datasets datasets, Lookups lookups, Jobs jobs, Pulse pulse) {
    super(tr("lookup.import"));
    this.datasets = datasets;
    this.lookups = lookups;
    this.jobs = jobs;
    this.pulse = pulse;
    rename(tr("lookup.import"), Crumb.to(LookupsScreen.class, tr("lookup.title")));
    header().setLead(tr("lookup.import.lead"));
    add(upload());
  }

  private Upload upload() {
    var upload = new Upload((UploadHandler) this::receive);
    upload.setMaxFiles(1);
    upload.setAcceptedFileTypes(".csv", ".txt", ".tsv", ".gz", ".xlsx");
    upload.setUploadButton(new Button(tr("lookup.import.choose")));
    upload.setDropLabel(new Span(tr("lookup.import.drop")));
    upload.setId("lookup-upload");
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
                  tr("lookup.import.unreadable", name), unreadable.problem().message(locale())));
    }
  }

  private void show(String name, Digest digest, PreviewResult preview) {
    switch (preview) {
      case PreviewResult.Unreadable unreadable ->
          Notices.failed(
              tr("lookup.import.unreadable", name), unreadable.problem().message(locale()));
      case PreviewResult.Shown shown -> {
        clear();
        add(new LookupImportForm(lookups, name, digest, shown.preview(), this::start));
      }
    }
  }

  private void start(LookupImport wanted) {
    switch (lookups.submitImport(wanted, SignedIn.here().actor())) {
      case LookupImportStart.Refused(LookupRefusal refusal) ->
          Notices.failed(tr("lookup.import.refused"), refusal.message(locale()));
      case LookupImportStart.Begun(JobId job) -> {
        clear();
        add(new JobProgress(jobs, pulse, job, ended -> settled(wanted, ended)));
      }
    }
  }

  private void settled(LookupImport wanted, Job job) {
    lookups
        .importResult(job.id())
        .ifPresent(result -> {
          if (result.kept()) {
            LookupNavigation.open(wanted.key());
          } else {
            add(new LookupFindings(lookups, result, upload()));
          }
        });
  }
}
