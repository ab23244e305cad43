package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.function.Consumer;
import org.rulewright.job.Job;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;

/** A running job where somebody waits for it: how far, how long still, and a way to stop it. */
public final class JobProgress extends Div {
  private final transient Jobs jobs;
  private final transient Pulse pulse;
  private final transient JobId id;
  private final transient Consumer<Job> ended;
  private final Span title = new Span();
  private final ProgressBar bar = new ProgressBar();
  private final Span message = new Span();
  private final Button cancel = new Button(tr("shell.job.cancel"));

  /**
   * Follows a job from now on.
   *
   * @param ended is told once, when the job is done, failed or cancelled
   */
  public JobProgress(Jobs jobs, Pulse pulse, JobId id, Consumer<Job> ended) {
    this.jobs = jobs;
    this.pulse = pulse;
    this.id = id;
    this.ended = ended;
    addClassNames("rw-panel", "rw-progress");
    title.addClassName("rw-section-title");
    message.addClassNames("rw-muted", "rw-small");
    message.getElement().setAttribute("aria-live", "polite");
    cancel.addClickListener(click -> cancel());
    add(title, bar, message, new Div(cancel));
    pulse.follow(this, this::look);
    look();
  }

  private void look() {
    jobs.find(id).ifPresent(this::show);
  }

  private void show(Job job) {
    title.setText(job.title());
    bar.setIndeterminate(job.total() == 0 && !job.state().ended());
    bar.setValue(Math.clamp(job.progress(), 0, 1));
    message.setText(JobWords.progress(job));
    if (job.state().ended()) {
      pulse.leave(this);
      cancel.setVisible(false);
      ended.accept(job);
    }
  }

  private void cancel() {
    cancel.setEnabled(false);
    jobs.cancel(id, SignedIn.here().actor());
  }
}
