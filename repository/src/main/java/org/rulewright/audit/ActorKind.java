package org.rulewright.audit;

/** What kind of actor did something. */
public enum ActorKind {
  /** A person who signed in. */
  USER,
  /** A script with an API key. */
  KEY,
  /** The product itself, or whoever can read its data folder. */
  SYSTEM
}
