package org.rulewright.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.ActorKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of jobs. */
final class JobStore {

  /** Below this share of the work an estimate is a guess. */
  private static final double ENOUGH = 0.02;

  private final JdbcClient jdbc;

  JobStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(JobId id, String kind, String title, String parameters, Actor actor, Instant now) {
    jdbc.sql(
            """
            INSERT INTO job (id, kind, title, state, parameters, done, total, message,
                             actor_kind, actor_id, actor_name, submitted_at)
            VALUES (:id, :kind, :title, 'QUEUED', :parameters, 0, 0, '',
                    :actorKind, :actorId, :actorName, :now)
            """)
        .param("id", id.value())
        .param("kind", kind)
        .param("title", title)
        .param("parameters", parameters)
        .param("actorKind", actor.kind().name())
        .param("actorId", actor.id())
        .param("actorName", actor.name())
        .param("now", at(now))
        .update();
  }

  Optional<Job> find(JobId id, Instant now) {
    return jdbc.sql("SELECT * FROM job WHERE id = :id")
        .param("id", id.value())
        .query((row, number) -> job(row, now))
        .optional();
  }

  List<Job> list(int limit, Instant now) {
    return jdbc.sql("SELECT * FROM job ORDER BY submitted_at DESC, id LIMIT :limit")
        .param("limit", limit)
        .query((row, number) -> job(row, now))
        .list();
  }

  List<Job> inState(JobState state, Instant now) {
    return jdbc.sql("SELECT * FROM job WHERE state = :state ORDER BY submitted_at, id")
        .param("state", state.name())
        .query((row, number) -> job(row, now))
        .list();
  }

  /** False when somebody else was first: it was cancelled, or another node took it. */
  boolean start(JobId id, Instant now) {
    return jdbc.sql(
                """
                UPDATE job SET state = 'RUNNING', started_at = :now, done = 0, total = 0
                WHERE id = :id AND state = 'QUEUED'
                """)
            .param("id", id.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  void requeue(JobId id) {
    jdbc.sql("UPDATE job SET state = 'QUEUED' WHERE id = :id AND state = 'RUNNING'")
        .param("id", id.value())
        .update();
  }

  void progress(JobId id, long done, long total, String message) {
    jdbc.sql(
            """
            UPDATE job SET done = :done, total = :total, message = :message
            WHERE id = :id AND state = 'RUNNING'
            """)
        .param("id", id.value())
        .param("done", done)
        .param("total", total)
        .param("message", message)
        .update();
  }

  boolean end(JobId id, JobState from, Ending ending, Instant now) {
    return jdbc.sql(
                """
                UPDATE job SET state = :state, result = :result, error = :error,
                               failure = :failure, finished_at = :now
                WHERE id = :id AND state = :from
                """)
            .param("id", id.value())
            .param("from", from.name())
            .param("state", ending.state().name())
            .param("result", ending.result())
            .param("error", ending.error())
            .param("failure", ending.failure() == null ? null : ending.failure().name())
            .param("now", at(now))
            .update()
        == 1;
  }

  private static Job job(ResultSet row, Instant now) throws SQLException {
    var state = JobState.valueOf(row.getString("state"));
    var done = row.getLong("done");
    var total = row.getLong("total");
    var share = share(state, done, total);
    var started = instant(row, "started_at");
    var failure = row.getString("failure");
    return new Job(
        new JobId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        row.getString("title"),
        state,
        share,
        done,
        total,
        row.getString("message"),
        row.getString("parameters"),
        row.getString("result"),
        row.getString("error"),
        failure == null ? null : JobFailure.valueOf(failure),
        new Actor(
            ActorKind.valueOf(row.getString("actor_kind")),
            row.getString("actor_id"),
            row.getString("actor_name")),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        started,
        instant(row, "finished_at"),
        state == JobState.RUNNING && started != null ? remaining(share, started, now) : null);
  }

  private static double share(JobState state, long done, long total) {
    if (state == JobState.DONE) {
      return 1;
    }
    return total <= 0 ? 0 : Math.clamp((double) done / total, 0, 1);
  }

  private static @Nullable Duration remaining(double share, Instant started, Instant now) {
    if (share < ENOUGH) {
      return null;
    }
    var spent = Duration.between(started, now).toMillis();
    return Duration.ofMillis(Math.max(0, Math.round(spent / share - spent)));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** How a job ends. */
  record Ending(
      JobState state,
      @Nullable String result,
      @Nullable String error,
      @Nullable JobFailure failure) {

    static final Ending CANCELLED = new Ending(JobState.CANCELLED, null, null, null);

    static Ending done(String result) {
      return new Ending(JobState.DONE, result, null, null);
    }

    static Ending failed(JobFailure failure, String error) {
      return new Ending(JobState.FAILED, null, error.replace('\0', '\uFFFD'), failure);
    }
  }
}
