package org.rulewright.asset;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rulewright.audit.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who has which strategy open right now, on this node.
 *
 * <p>It lives in memory: it is for courtesy only, the saving of drafts does not rely on it.
 */
@Component
public class Presence {

  /** An editor that was silent for so long is gone. */
  public static final Duration SILENCE = Duration.ofMinutes(2);

  private record Seat(StrategyKey strategy, String session) {}

  private final Map<Seat, PresentEditor> present = new ConcurrentHashMap<>();
  private final InstantSource clock;

  @Autowired
  public Presence() {
    this(InstantSource.system());
  }

  Presence(InstantSource clock) {
    this.clock = clock;
  }

  /** Says that {@code who} has the strategy open; to be repeated well within {@link #SILENCE}. */
  public void heartbeat(StrategyKey strategy, String session, Actor who) {
    Instant now = clock.instant();
    present.merge(
        new Seat(strategy, session),
        new PresentEditor(who, session, now, now),
        (before, fresh) -> new PresentEditor(who, session, before.since(), now));
    present.values().removeIf(editor -> isGone(editor, now));
  }

  /** Says that the editor was closed. */
  public void leave(StrategyKey strategy, String session) {
    present.remove(new Seat(strategy, session));
  }

  /** Returns who has the strategy open, the longest present first. */
  public List<PresentEditor> present(StrategyKey strategy) {
    Instant now = clock.instant();
    return present.entrySet().stream()
        .filter(entry -> entry.getKey().strategy().equals(strategy))
        .map(Map.Entry::getValue)
        .filter(editor -> !isGone(editor, now))
        .sorted(Comparator.comparing(PresentEditor::since))
        .toList();
  }

  /** Returns the other editors that have the strategy open, seen from one session. */
  public List<PresentEditor> others(StrategyKey strategy, String session) {
    return present(strategy).stream().filter(e -> !e.session().equals(session)).toList();
  }

  private static boolean isGone(PresentEditor editor, Instant now) {
    return editor.lastSeen().plus(SILENCE).isBefore(now);
  }
}
