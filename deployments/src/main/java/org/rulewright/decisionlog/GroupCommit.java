package org.rulewright.decisionlog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A writer: takes what has come together in the queue, stores it as one group, and only then tells
 * the waiting callers.
 *
 * <p>While a group is being committed the next one gathers, so groups grow with the load and a lone
 * decision waits for nobody.
 *
 * @see "docs/decisions/0005-decision-record-and-group-commit.md"
 */
final class GroupCommit implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int LARGEST_GROUP = 512;
  private static final int ATTEMPTS = 3;

  private final BlockingQueue<PreparedEntry> queue;
  private final DataSource database;
  private final GroupTransaction transaction;
  private ChainHead head = ChainHead.begin();
  private volatile boolean stopping;

  GroupCommit(
      BlockingQueue<PreparedEntry> queue, DataSource database, GroupTransaction transaction) {
    this.queue = queue;
    this.database = database;
    this.transaction = transaction;
  }

  /** Ends the writer once the queue is empty. */
  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    while (!stopping || !queue.isEmpty()) {
      try {
        var group = nextGroup();
        if (!group.isEmpty()) {
          commit(group);
        }
      } catch (InterruptedException asked) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private List<PreparedEntry> nextGroup() throws InterruptedException {
    var first = queue.poll(100, TimeUnit.MILLISECONDS);
    if (first == null) {
      return List.of();
    }
    var waiting = new ArrayList<PreparedEntry>();
    waiting.add(first);
    queue.drainTo(waiting, LARGEST_GROUP - 1);
    waiting.removeIf(prepared -> !prepared.take());
    return waiting;
  }

  private void commit(List<PreparedEntry> group) {
    try {
      write(group, 1);
    } catch (RuntimeException bug) {
      LOG.error("a commit group of {} decisions failed", group.size(), bug);
    } finally {
      // Nobody is ever left waiting, not even by an Error.
      var stopped = new RecordResult.Unavailable("the writer failed");
      group.forEach(prepared -> prepared.result().complete(stopped));
    }
  }

  private void write(List<PreparedEntry> group, int attempt) {
    switch (transaction.write(group, head)) {
      case GroupResult.Committed committed -> finish(committed);
      case GroupResult.RolledBack rolledBack -> rolledBack(group, attempt, rolledBack.cause());
      case GroupResult.Unknown unknown -> lookUp(group, attempt, unknown);
      case GroupResult.Unreachable unreachable -> unavailable(group, unreachable.cause());
    }
  }

  private void finish(GroupResult.Committed committed) {
    head = committed.head();
    committed.results().forEach((prepared, result) -> prepared.result().complete(result));
    if (!committed.again().isEmpty()) {
      write(committed.again(), 1);
    }
  }

  private void rolledBack(List<PreparedEntry> group, int attempt, Exception cause) {
    switch (SqlFailure.of(cause)) {
      case RECORD -> bisect(group, cause);
      case COLLISION, CONNECTION -> {
        if (attempt < ATTEMPTS) {
          write(group, attempt + 1);
        } else {
          unavailable(group, cause);
        }
      }
      case OTHER -> unavailable(group, cause);
    }
  }

  private void bisect(List<PreparedEntry> group, Exception cause) {
    if (group.size() == 1) {
      var prepared = group.getFirst();
      LOG.warn("decision {} cannot be recorded", prepared.entry().id(), cause);
      prepared.result().complete(new RecordResult.Refused(String.valueOf(cause.getMessage())));
      return;
    }
    int half = group.size() / 2;
    write(group.subList(0, half), 1);
    write(group.subList(half, group.size()), 1);
  }

  /** Finds out whether a group is stored whose commit was never answered. */
  private void lookUp(List<PreparedEntry> group, int attempt, GroupResult.Unknown unknown) {
    LOG.warn("the connection broke in a commit of {} decisions", group.size(), unknown.cause());
    var recorded = recordedBy(unknown.ifStored());
    try {
      if (!recorded.isEmpty() && stored(recorded.getFirst())) {
        finish(unknown.ifStored());
      } else if (attempt < ATTEMPTS) {
        write(group, attempt + 1);
      } else {
        unavailable(group, unknown.cause());
      }
    } catch (SQLException unreachable) {
      // The old session may yet turn out to be one group longer: its chain is left as it is.
      head = ChainHead.begin();
      unavailable(group, unreachable);
    }
  }

  private static List<UUID> recordedBy(GroupResult.Committed committed) {
    return committed.results().values().stream()
        .filter(RecordResult.Recorded.class::isInstance)
        .map(result -> ((RecordResult.Recorded) result).id().value())
        .toList();
  }

  /** A group is stored whole or not at all, so one id tells for all. */
  private boolean stored(UUID decision) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var wait = connection.prepareStatement("select pg_advisory_xact_lock(?)");
          var look = connection.prepareStatement("select 1 from rw.decision where id = ?")) {
        // The lost transaction holds this lock as long as the server still works on it.
        wait.setQueryTimeout(20);
        wait.setLong(1, GroupTransaction.lockNumber(head.session()));
        wait.execute();
        look.setObject(1, decision);
        try (var row = look.executeQuery()) {
          return row.next();
        }
      } finally {
        connection.rollback();
      }
    }
  }

  private void unavailable(List<PreparedEntry> group, Exception cause) {
    LOG.error("{} decisions could not be recorded and were not answered", group.size(), cause);
    var result = new RecordResult.Unavailable(String.valueOf(cause.getMessage()));
    group.forEach(prepared -> prepared.result().complete(result));
  }
}
