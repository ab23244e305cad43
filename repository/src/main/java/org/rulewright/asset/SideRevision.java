package org.rulewright.asset;

/** A save that did not become the head, kept so that its author loses nothing. */
public record SideRevision(
    long id,
    StrategyKey strategy,
    long basedOn,
    Cause cause,
    StrategyContent content,
    Saving saving) {

  /** Why it did not become the head. */
  public enum Cause {
    CONFLICT,
    UNREADABLE
  }
}
