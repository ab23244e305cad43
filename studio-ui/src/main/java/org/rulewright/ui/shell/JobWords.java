package org.rulewright.ui.shell;

import static org.rulewright.ui.shell.Messages.tr;
import static org.rulewright.ui.shell.Messages.trOf;

import org.rulewright.job.Job;

/** How a job is going, in words. */
public final class JobWords {

  private JobWords() {}

  /** The percentage, the job's own message and the estimate, as far as there are any. */
  public static String progress(Job job) {
    if (job.state().ended()) {
      return state(job);
    }
    var words = new StringBuilder();
    if (job.total() > 0) {
      words.append(Formats.here().percent(job.progress(), 0));
    }
    append(words, job.message());
    var remaining = job.remaining();
    if (remaining != null) {
      append(words, tr("shell.job.remaining", Formats.here().duration(remaining)));
    }
    return words.isEmpty() ? state(job) : words.toString();
  }

  public static String state(Job job) {
    return trOf("shell.job.state", job.state());
  }

  public static StatusBadge badge(Job job) {
    var tone =
        switch (job.state()) {
          case QUEUED -> Tone.NEUTRAL;
          case RUNNING -> Tone.INFO;
          case DONE -> Tone.GOOD;
          case FAILED -> Tone.BAD;
          case CANCELLED -> Tone.WARNING;
        };
    return new StatusBadge(state(job), tone);
  }

  private static void append(StringBuilder words, String more) {
    if (!more.isBlank()) {
      words.append(words.isEmpty() ? "" : " · ").append(more);
    }
  }
}
