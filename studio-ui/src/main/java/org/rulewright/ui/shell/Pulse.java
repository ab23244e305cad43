package org.rulewright.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets parts of screens look again every second while they are shown, and pushes what changed. */
@org.springframework.stereotype.Component
public class Pulse {
  private final Map<Component, Beat> beats = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("screen-pulse").factory());

  private record Beat(UI ui, Runnable look) {}

  Pulse() {
    var unused = clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  /** Calls {@code look} every second, with the session locked, while the component is attached. */
  public void follow(Component component, Runnable look) {
    component.addAttachListener(attached -> beats.put(component, new Beat(attached.getUI(), look)));
    component.addDetachListener(detached -> beats.remove(component));
    component.getUI().ifPresent(ui -> beats.put(component, new Beat(ui, look)));
  }

  /** Stops looking, because there is nothing left to see. */
  public void leave(Component component) {
    beats.remove(component);
  }

  private void beat() {
    beats.values().forEach(beat -> beat.ui().access(beat.look()::run));
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }
}
