package org.rulewright.job;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes jobs, runs a few at a time, and settles at the start what a stop left unfinished. */
@Service
public class Jobs implements SmartLifecycle {

  private static final System.Logger LOG = System.getLogger(Jobs.class.getName());
  private static final long PATIENCE_SECONDS = 10;

  private final JobStore store;
  private final AuditTrail audit;
  private final Supplier<Stream<JobHandler>> handlers;
  private final Semaphore places;
  private final ApplicationEventPublisher events;
  private final Clock clock = Clock.systemUTC();
  private final Map<JobId, ActiveRun> active = new ConcurrentHashMap<>();
  private volatile ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running;

  @Autowired
  public Jobs(
      JdbcClient jdbc,
      AuditTrail audit,
      ObjectProvider<JobHandler> handlers,
      ApplicationEventPublisher events,
      @Value("${rulewright.jobs.at-once:2}") int atOnce) {
    this(jdbc, audit, handlers::orderedStream, events, atOnce);
  }

  /** For use without Spring: call {@link #start()} once every handler is there. */
  public Jobs(
      JdbcClient jdbc, AuditTrail audit, Supplier<Stream<JobHandler>> handlers, int atOnce) {
    this(jdbc, audit, handlers, unheard -> {}, atOnce);
  }

  Jobs(
      JdbcClient jdbc,
      AuditTrail audit,
      Supplier<Stream<JobHandler>> handlers,
      ApplicationEventPublisher events,
      int atOnce) {
    this.store = new JobStore(jdbc);
    this.audit = audit;
    this.handlers = handlers;
    this.events = events;
    this.places = new Semaphore(atOnce, true);
  }

  /** Queues a job; it begins once the caller's transaction, if there is one, is committed. */
  public JobId submit(String kind, String title, String parametersJson, Actor actor) {
    if (handler(kind).isEmpty()) {
      throw new IllegalArgumentException("no handler for jobs of kind " + kind);
    }
    var id = JobId.fresh();
    store.insert(id, kind, title, parametersJson, actor, clock.instant());
    afterCommit(() -> dispatch(id));
    return id;
  }

  public Optional<Job> find(JobId id) {
    return store.find(id, clock.instant());
  }

  /** Newest first. */
  public List<Job> list(int limit) {
    return store.list(limit, clock.instant());
  }

  /** Asks a job to end; false when it has ended already or is unknown. */
  public boolean cancel(JobId id, Actor actor) {
    var found = find(id);
    if (found.isEmpty() || found.get().state().ended()) {
      return false;
    }
    audit.append(
        actor, AuditAction.JOB_CANCELLED, "job", id.toString(), Map.of("kind", found.get().kind()));
    return cancelActive(id)
        || end(id, JobState.QUEUED, JobStore.Ending.CANCELLED)
        || cancelActive(id); // it began between the two
  }

  private boolean cancelActive(JobId id) {
    var run = active.get(id);
    if (run == null) {
      return false;
    }
    run.cancel();
    return true;
  }

  /** Continues what waited, and settles what was running when the studio stopped. */
  @Override
  public synchronized void start() {
    if (running) {
      return;
    }
    if (threads.isShutdown()) {
      threads = Executors.newVirtualThreadPerTaskExecutor();
    }
    running = true;
    store.inState(JobState.RUNNING, clock.instant()).forEach(this::settle);
    store.inState(JobState.QUEUED, clock.instant()).forEach(job -> dispatch(job.id()));
  }

  private void settle(Job job) {
    var handler = handler(job.kind());
    if (handler.isPresent() && handler.get().resumable()) {
      store.requeue(job.id());
    } else {
      end(job.id(), JobState.RUNNING, interrupted());
    }
  }

  /** Leaves what can continue for the next start, and says of the rest that it was interrupted. */
  @Override
  public synchronized void stop() {
    running = false;
    // No interrupt at first: it would cut the connections of those that are about to say so.
    threads.shutdown();
    active.values().forEach(ActiveRun::cancel);
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.WARNING, "{0} jobs did not stop in time", active.size());
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void dispatch(JobId id) {
    if (!running) {
      return;
    }
    try {
      threads.execute(() -> waitAndRun(id));
    } catch (RejectedExecutionException stopping) {
      LOG.log(Level.DEBUG, "job {0} waits for the next start", id);
    }
  }

  private void waitAndRun(JobId id) {
    try {
      places.acquire();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return; // still queued: the next start takes it
    }
    try {
      var job = find(id);
      if (job.isPresent() && running) {
        run(job.get());
      }
    } finally {
      places.release();
    }
  }

  private void run(Job job) {
    var handler = handler(job.kind());
    if (handler.isEmpty()) {
      end(
          job.id(),
          JobState.QUEUED,
          JobStore.Ending.failed(JobFailure.UNKNOWN_KIND, "no such kind of job: " + job.kind()));
      return;
    }
    var run = new ActiveRun(job, store);
    // Known as active before it is marked as running, so that a cancel always finds one of the two.
    active.put(job.id(), run);
    try {
      if (store.start(job.id(), clock.instant())) {
        end(job, handler.get(), outcome(run, handler.get()));
      }
    } finally {
      active.remove(job.id());
    }
  }

  private JobStore.Ending outcome(ActiveRun run, JobHandler handler) {
    try {
      run.checkCancelled();
      return JobStore.Ending.done(handler.run(run));
    } catch (JobCancelledException cancelled) {
      return JobStore.Ending.CANCELLED;
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError failed) {
      if (run.isCancelled()) {
        return JobStore.Ending.CANCELLED; // what was stopped under it may fail in any way
      }
      if (failed instanceof JobRefusedException refused) {
        return JobStore.Ending.failed(JobFailure.REFUSED, String.valueOf(refused.getMessage()));
      }
      LOG.log(Level.ERROR, "job " + run.id() + " (" + handler.kind() + ") failed", failed);
      return JobStore.Ending.failed(JobFailure.ERROR, String.valueOf(failed.getMessage()));
    }
  }

  private void end(Job job, JobHandler handler, JobStore.Ending ending) {
    if (!running && ending.state() == JobState.CANCELLED) {
      if (handler.resumable()) {
        return; // stays as running: the next start continues it
      }
      end(job.id(), JobState.RUNNING, interrupted());
      return;
    }
    end(job.id(), JobState.RUNNING, ending);
  }

  private boolean end(JobId id, JobState from, JobStore.Ending ending) {
    var ended = store.end(id, from, ending, clock.instant());
    if (ended) {
      find(id).ifPresent(this::announce);
    }
    return ended;
  }

  private void announce(Job job) {
    try {
      events.publishEvent(new JobEnded(job));
    } catch (RuntimeException unheard) {
      // It has ended all the same; whoever should have heard of it finds it among the jobs.
      LOG.log(Level.ERROR, "the end of job " + job.id() + " could not be announced", unheard);
    }
  }

  private static JobStore.Ending interrupted() {
    return JobStore.Ending.failed(
        JobFailure.INTERRUPTED_BY_RESTART, "the studio stopped while this ran; start it again");
  }

  private Optional<JobHandler> handler(String kind) {
    return handlers.get().filter(handler -> handler.kind().equals(kind)).findFirst();
  }

  private static void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }
}
