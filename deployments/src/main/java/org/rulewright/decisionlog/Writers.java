package org.rulewright.decisionlog;

import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The writer threads and the queue they share.
 *
 * <p>The queue is bounded: who submits more than the database takes has to wait.
 */
@Component
class Writers {

  private static final int QUEUE = 8192;

  private final BlockingQueue<PreparedEntry> queue = new ArrayBlockingQueue<>(QUEUE);
  private final List<GroupCommit> commits = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Duration patience;

  Writers(
      DataSource database,
      SubjectKeys keys,
      RolloutEpochs epochs,
      @Value("${rulewright.decision-log.writers:2}") int count,
      @Value("${rulewright.decision-log.patience:10s}") Duration patience) {
    this.patience = patience;
    var node = ManagementFactory.getRuntimeMXBean().getName();
    for (int number = 1; number <= count; number++) {
      var transaction = new GroupTransaction(database, keys, epochs, node);
      var commit = new GroupCommit(queue, database, transaction);
      commits.add(commit);
      threads.add(Thread.ofPlatform().name("decision-writer-" + number).start(commit));
    }
  }

  CompletableFuture<RecordResult> submit(PreparedEntry prepared) {
    try {
      if (!queue.offer(prepared, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return unavailable("the decision log does not keep up");
      }
      return prepared.result();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return unavailable("the recording was interrupted");
    }
  }

  RecordResult write(PreparedEntry prepared) {
    var result = submit(prepared);
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return giveUp(prepared, result);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new RecordResult.Unavailable("the recording was interrupted");
    } catch (ExecutionException bug) {
      throw new IllegalStateException("a writer failed", bug);
    }
  }

  /** What no writer has begun yet is called back; what one has begun may still become durable. */
  private static RecordResult giveUp(
      PreparedEntry prepared, CompletableFuture<RecordResult> result) {
    prepared.abandon();
    return result.getNow(new RecordResult.Unavailable("the database did not answer in time"));
  }

  private static CompletableFuture<RecordResult> unavailable(String reason) {
    return CompletableFuture.completedFuture(new RecordResult.Unavailable(reason));
  }

  /** Lets the writers finish what is queued; runs before the connection pool is closed. */
  @PreDestroy
  void stop() throws InterruptedException {
    commits.forEach(GroupCommit::stop);
    for (var thread : threads) {
      thread.join(patience);
    }
  }
}
