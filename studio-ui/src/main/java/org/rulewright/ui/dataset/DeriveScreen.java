package org.rulewright.ui.dataset;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.dataset.CreateResult;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.NewDataset;
import org.rulewright.dataset.snapshot.Column;
import org.rulewright.dataset.sql.Cancellation;
import org.rulewright.dataset.sql.SqlProblem;
import org.rulewright.feature.DerivationPreview;
import org.rulewright.feature.DerivationRequest;
import org.rulewright.feature.DerivedFeatures;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;
import org.rulewright.ui.shell.Crumb;
import org.rulewright.ui.shell.JobProgress;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.Pulse;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;

/** Derives features: one SELECT over data sets, one row a subject. */
@Route(value = "datasets-derive", layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.OPERATOR})
class DeriveScreen extends Screen {
  private final transient Datasets datasets;
  private final transient DerivedFeatures derived;
  private final transient Jobs jobs;
  private final transient Pulse pulse;
  private final TextField name = new TextField(tr("dataset.name"));
  private final TextField key = new TextField(tr("dataset.key"));
  private final TextField subject = new TextField(tr("dataset.subject"));
  private final TextArea sql = new TextArea(tr("dataset.sql"));
  private final Div result = new Div();
  private final Button preview =
      new Button(tr("dataset.derive.preview"), VaadinIcon.EYE.create(), click -> preview());
  private final Button stop =
      new Button(tr("dataset.derive.stop"), VaadinIcon.STOP.create(), click -> stop());
  private transient @Nullable Cancellation running;

  DeriveScreen(Datasets datasets, DerivedFeatures derived, Jobs jobs, Pulse pulse) {
    super(tr("dataset.derive"));
    this.datasets = datasets;
    this.derived = derived;
    this.jobs = jobs;
    this.pulse = pulse;
    rename(tr("dataset.derive"), Crumb.to(DatasetsScreen.class, tr("dataset.title")));
    header().setLead(tr("dataset.derive.lead"));
    var run = new Button(tr("dataset.derive.run"), VaadinIcon.PLAY.create(), click -> run());
    run.addThemeNames("primary");
    run.setId("derive-run");
    preview.setId("derive-preview");
    stop.setVisible(false);
    header().setActions(stop, preview, run);
    key.setHelperText(tr("dataset.key.help"));
    subject.setHelperText(tr("dataset.subject.help"));
    sql.setWidthFull();
    sql.setMinHeight("15rem");
    sql.setId("derive-sql");
    sql.addClassName("rw-mono");
    var known = new Paragraph(tables());
    known.addClassNames("rw-muted", "rw-small", "rw-lines");
    var form = new Div(name, key, subject);
    form.addClassName("rw-triple");
    add(form, sql, known, result);
  }

  private String tables() {
    var known =
        datasets.list(false).stream()
            .filter(each -> each.current() != null)
            .map(DeriveScreen::describe)
            .collect(Collectors.joining("\n", "\n", ""));
    return known.isBlank() ? tr("dataset.derive.noTables") : tr("dataset.derive.tables", known);
  }

  private static String describe(Dataset dataset) {
    return dataset.key()
        + " ("
        + dataset.columns().stream().map(Column::name).collect(Collectors.joining(", "))
        + ")";
  }

  /** Runs beside the screen, so that it can be stopped. */
  private void preview() {
    var cancellation = new Cancellation();
    var ui = UI.getCurrent();
    var text = sql.getValue();
    running = cancellation;
    preview.setEnabled(false);
    stop.setVisible(true);
    Thread.ofVirtual()
        .name("derivation-preview")
        .start(() -> {
          var seen = derived.preview(text, cancellation);
          ui.access(() -> show(seen));
        });
  }

  private void stop() {
    if (running != null) {
      running.cancel();
    }
  }

  private void show(DerivationPreview seen) {
    preview.setEnabled(true);
    stop.setVisible(false);
    result.removeAll();
    switch (seen) {
      case DerivationPreview.Shown shown -> result.add(grid(shown));
      case DerivationPreview.Refused refused -> result.add(words(refused.problem()));
    }
  }

  private static Grid<List<@Nullable Object>> grid(DerivationPreview.Shown shown) {
    var grid = new Grid<List<@Nullable Object>>();
    for (int i = 0; i < shown.columns().size(); i++) {
      int index = i;
      grid.addColumn(row -> row.get(index))
          .setHeader(shown.columns().get(i).name())
          .setAutoWidth(true);
    }
    grid.setItems(shown.rows());
    grid.setHeight("24rem");
    return grid;
  }

  static Paragraph words(SqlProblem problem) {
    var text =
        problem.line() == 0
            ? problem.message(locale())
            : tr("dataset.sql.at", problem.line(), problem.column(), problem.message(locale()));
    var words = new Paragraph(text);
    words.setId("derive-problem");
    words.getElement().setAttribute("role", "alert");
    return words;
  }

  private void run() {
    var keyGood = NewDataset.isKey(key.getValue());
    key.setInvalid(!keyGood);
    key.setErrorMessage(tr("dataset.key.wrong"));
    name.setInvalid(name.isEmpty());
    name.setErrorMessage(tr("dataset.name.missing"));
    subject.setInvalid(subject.isEmpty());
    subject.setErrorMessage(tr("dataset.subject.missing"));
    if (!keyGood || name.isEmpty() || subject.isEmpty()) {
      return;
    }
    var wanted = new NewDataset(key.getValue(), name.getValue().strip(), "");
    switch (datasets.createDerived(wanted, SignedIn.here().actor())) {
      case CreateResult.KeyTaken taken ->
          Notices.failed(tr("dataset.keyTaken", taken.key()), tr("dataset.keyTaken.remedy"));
      case CreateResult.Created created -> submit(created.dataset());
    }
  }

  private void submit(Dataset dataset) {
    var request = new DerivationRequest(dataset.id(), sql.getValue(), subject.getValue().strip());
    var job = derived.submit(request, SignedIn.here().actor());
    result.removeAll();
    result.add(new JobProgress(jobs, pulse, job, ended -> ended(job, dataset)));
  }

  private void ended(JobId job, Dataset dataset) {
    var outcome = derived.result(job);
    if (outcome.isEmpty()) {
      return;
    }
    result.removeAll();
    var problem = outcome.get().problem();
    if (problem != null) {
      result.add(words(problem));
    } else if (!outcome.get().duplicates().isEmpty()) {
      result.add(
          new Paragraph(tr("dataset.duplicates", String.join(", ", outcome.get().duplicates()))));
    } else {
      DatasetNavigation.open(dataset.key());
    }
  }
}
