package org.rulewright.notification;

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

/** Lets old notifications go, hourly; how old, and how many stay, is said by the database. */
@Component
class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final JdbcClient jdbc;
  private final ScheduledExecutorService hourly =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("notification-retention").factory());

  Retention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var unused = hourly.scheduleWithFixedDelay(this::keepUp, 0, 1, TimeUnit.HOURS);
  }

  private void keepUp() {
    try {
      LOG.debug("let {} notifications go", forget());
    } catch (DataAccessException later) {
      LOG.warn("old notifications could not be let go; trying again in an hour", later);
    }
  }

  int forget() {
    return jdbc.sql("SELECT forget_notifications()").query(Integer.class).single();
  }

  @PreDestroy
  void end() {
    hourly.shutdownNow();
  }
}
