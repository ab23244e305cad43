package org.rulewright.decisionlog;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prepares the months ahead and lets old idempotency keys go, hourly. */
@Component
class LogUpkeep {

  private static final Logger LOG = LoggerFactory.getLogger(LogUpkeep.class);
  private static final int MONTHS_AHEAD = 6;

  private final JdbcClient database;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("decision-log-upkeep").factory());

  LogUpkeep(JdbcClient database) {
    this.database = database;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var unused = hourly.scheduleWithFixedDelay(this::keepUp, 0, 1, TimeUnit.HOURS);
  }

  void keepUp() {
    try {
      int created =
          database
              .sql("select rw.prepare_decision_months(?)")
              .param(MONTHS_AHEAD)
              .query(Integer.class)
              .single();
      int released =
          database
              .sql(
                  """
                  delete from rw.idempotency_claim
                  where claimed_at < now() - interval '24 hours'\
                  """)
              .update();
      LOG.debug("created {} months, released {} idempotency keys", created, released);
    } catch (DataAccessException later) {
      // Twelve months are prepared ahead, so that the next hour is soon enough.
      LOG.warn("the decision log could not be kept up; trying again in an hour", later);
    }
  }

  @PreDestroy
  void end() {
    hourly.shutdownNow();
  }
}
