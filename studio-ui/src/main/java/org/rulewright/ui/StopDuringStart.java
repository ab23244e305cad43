package org.rulewright.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.InstantiationAwareBeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives a start up at its next step once the process is asked to stop.
 *
 * <p>Without it Ctrl-C in the middle of a start waits for the whole start and only then undoes it.
 * What was started so far, PostgreSQL too, is stopped in order either way.
 */
final class StopDuringStart
    implements ApplicationContextInitializer<ConfigurableApplicationContext>,
        InstantiationAwareBeanPostProcessor {

  private volatile boolean asked;

  private StopDuringStart() {}

  static StopDuringStart watch() {
    var watch = new StopDuringStart();
    Runtime.getRuntime().addShutdownHook(new Thread(watch::ask, "stop-during-start"));
    return watch;
  }

  private void ask() {
    asked = true;
  }

  boolean asked() {
    return asked;
  }

  @Override
  public void initialize(ConfigurableApplicationContext studio) {
    studio.getBeanFactory().addBeanPostProcessor(this);
  }

  @Override
  public @Nullable Object postProcessBeforeInstantiation(Class<?> type, String name) {
    if (asked) {
      throw new IllegalStateException("asked to stop before the start was done");
    }
    return null;
  }
}
