package org.rulewright.ui.job;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import org.rulewright.job.Job;
import org.rulewright.job.Jobs;
import org.rulewright.ui.shell.Area;
import org.rulewright.ui.shell.Confirmation;
import org.rulewright.ui.shell.DataTable;
import org.rulewright.ui.shell.Destination;
import org.rulewright.ui.shell.EmptyState;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.JobWords;
import org.rulewright.ui.shell.Notices;
import org.rulewright.ui.shell.Pulse;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.Screen;
import org.rulewright.ui.shell.Shell;
import org.rulewright.ui.shell.SignedIn;
import org.rulewright.ui.shell.TableColumn;

/** The background jobs, the newest first, kept up to date while somebody looks. */
@Route(value = "jobs", layout = Shell.class)
@RolesAllowed({Roles.STRATEGIST, Roles.GOVERNOR, Roles.OPERATOR, Roles.ADMINISTRATOR})
@Destination(area = Area.OPERATION, title = "job.title", icon = VaadinIcon.TASKS, order = 90)
class JobsView extends Screen implements AfterNavigationObserver {
  private static final int MOST = 500;

  private final transient Jobs jobs;
  private final DataTable<Job> table = new DataTable<>(tr("job.title"), columns());
  private transient List<Job> shown = List.of();

  JobsView(Jobs jobs, Pulse pulse) {
    super(tr("job.title"));
    this.jobs = jobs;
    header().setLead(tr("job.lead"));
    fillHeight();
    table.addActions(this::actions);
    table.setEmptyState(
        new EmptyState(VaadinIcon.TASKS, tr("job.empty.title"), tr("job.empty.text")));
    add(table);
    pulse.follow(this, this::look);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    look();
  }

  private void look() {
    var now = jobs.list(MOST);
    if (!now.equals(shown)) {
      shown = now;
      table.setRows(now);
    }
  }

  private static List<TableColumn<Job>> columns() {
    var formats = Formats.here();
    return List.of(
        TableColumn.text("title", tr("job.job"), Job::title),
        TableColumn.<Job, String>value(
                "state", tr("job.state"), job -> job.state().name(), JobWords::state)
            .looksLike(JobWords::badge),
        TableColumn.<Job, Double>value(
                "progress", tr("job.progress"), Job::progress, JobsView::outcome)
            .exportedAsText()
            .looksLike(JobsView::progress),
        TableColumn.text("by", tr("job.by"), job -> job.submittedBy().name()),
        TableColumn.<Job, Instant>value(
            "submitted",
            tr("job.submitted"),
            Job::submittedAt,
            job -> formats.dateTime(job.submittedAt())),
        TableColumn.<Job, Instant>value(
                "finished",
                tr("job.finished"),
                Job::finishedAt,
                job -> formats.dateTime(job.finishedAt()))
            .hidden(),
        TableColumn.<Job>text("kind", tr("job.kind"), Job::kind).hidden(),
        TableColumn.<Job>text("id", tr("job.id"), job -> job.id().toString()).hidden());
  }

  private static String outcome(Job job) {
    var error = job.error();
    return error != null ? error : JobWords.progress(job);
  }

  private static Component progress(Job job) {
    var words = new Span(outcome(job));
    words.addClassNames("rw-small", "rw-muted");
    var cell = new Div(words);
    cell.addClassName("rw-progress");
    if (!job.state().ended()) {
      var bar = new ProgressBar(0, 1, Math.clamp(job.progress(), 0, 1));
      bar.setIndeterminate(job.total() == 0);
      cell.addComponentAsFirst(bar);
    }
    return cell;
  }

  private Component actions(Job job) {
    if (job.state().ended() || !mayCancel(job)) {
      return new Span();
    }
    var cancel = new Button(tr("job.cancel"), click -> ask(job));
    cancel.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
    return cancel;
  }

  private static boolean mayCancel(Job job) {
    var person = SignedIn.here();
    return person.hasAny(Roles.ADMINISTRATOR, Roles.OPERATOR)
        || person.actor().equals(job.submittedBy());
  }

  private void ask(Job job) {
    Confirmation.askDanger(
        tr("job.cancel.question", job.title()),
        tr("job.cancel.consequence"),
        tr("job.cancel"),
        () -> cancel(job));
  }

  private void cancel(Job job) {
    if (jobs.cancel(job.id(), SignedIn.here().actor())) {
      Notices.done(tr("job.cancelled"));
    }
    look();
  }
}
