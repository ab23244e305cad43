package org.rulewright.notification;

import java.util.List;
import java.util.Map;
import org.rulewright.job.Job;
import org.rulewright.job.JobEnded;
import org.rulewright.job.JobState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started a job that it is done or failed, and leads them to what came of it. */
@Component
class JobNews {

  private final Notifications notifications;
  private final List<JobSubject> subjects;

  JobNews(Notifications notifications, List<JobSubject> subjects) {
    this.notifications = notifications;
    this.subjects = List.copyOf(subjects);
  }

  @EventListener
  void on(JobEnded ended) {
    var job = ended.job();
    if (job.state() == JobState.DONE || job.state() == JobState.FAILED) {
      var yield = yieldOf(job);
      notifications.tell(
          new Notice(kind(job, yield), yield.thing(), Map.of("title", job.title())),
          Audience.of(job.submittedBy()));
    }
  }

  private static NotificationKind kind(Job job, JobSubject.Yield yield) {
    if (job.state() == JobState.FAILED) {
      return NotificationKind.JOB_FAILED;
    }
    return yield.fruitful() ? NotificationKind.JOB_DONE : NotificationKind.JOB_FRUITLESS;
  }

  private JobSubject.Yield yieldOf(Job job) {
    return subjects.stream()
        .filter(subject -> subject.kind().equals(job.kind()))
        .findFirst()
        .map(subject -> subject.of(job))
        .orElseGet(() -> new JobSubject.Yield(new Thing(ThingKind.JOB, job.id().toString()), true));
  }
}
