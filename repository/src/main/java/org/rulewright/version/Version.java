package org.rulewright.version;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;

/**
 * An immutable state of a strategy.
 *
 * @param number counts from 1 in each strategy, for people
 * @param pins the look-up tables and models it uses, each in one state for ever
 * @param revision the revision of the draft it was made from
 * @param note what its maker says about it
 * @param editors ids of everybody whose edits are in it: who saved, undid, restored or imported any
 *     revision its content was made from, back to the beginning of the strategy; and for an edit by
 *     API key, who made the key
 */
public record Version(
    VersionId id,
    StrategyKey strategy,
    int number,
    StrategyContent content,
    List<VersionPin> pins,
    long revision,
    String note,
    Actor createdBy,
    Instant createdAt,
    Set<String> editors) {

  public Version {
    pins = List.copyOf(pins);
    editors = Set.copyOf(editors);
  }

  /** Returns the SHA-256 of content and pins in lower-case hexadecimal. */
  public String digest() {
    return VersionDigest.of(content, pins);
  }

  public byte[] dmn() {
    return content.dmn();
  }

  public StrategyContract contract() {
    return content.contract();
  }

  public boolean wasEditedBy(Actor who) {
    return editors.contains(who.id());
  }
}
