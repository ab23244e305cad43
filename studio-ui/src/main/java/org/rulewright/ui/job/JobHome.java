package org.rulewright.ui.job;

import static org.rulewright.ui.shell.Messages.tr;

import java.util.Optional;
import java.util.Set;
import org.rulewright.job.JobState;
import org.rulewright.job.Jobs;
import org.rulewright.ui.shell.Formats;
import org.rulewright.ui.shell.HomeFigure;
import org.rulewright.ui.shell.Roles;
import org.rulewright.ui.shell.SignedIn;
import org.springframework.stereotype.Component;

/** How much work runs in the background just now. */
@Component
class JobHome implements HomeFigure {
  private static final int RECENT = 200;

  private final Jobs jobs;

  JobHome(Jobs jobs) {
    this.jobs = jobs;
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public Set<String> roles() {
    return Set.of(Roles.STRATEGIST, Roles.GOVERNOR, Roles.OPERATOR, Roles.ADMINISTRATOR);
  }

  @Override
  public Optional<Reading> read(SignedIn person) {
    var recent = jobs.list(RECENT);
    var running = recent.stream().filter(job -> !job.state().ended()).count();
    var failed = recent.stream().filter(job -> job.state() == JobState.FAILED).count();
    var hint = failed == 0 ? "" : tr("job.home.failed", failed);
    return Optional.of(
        new Reading(tr("job.home.running"), Formats.here().number(running), hint, JobsView.class));
  }
}
