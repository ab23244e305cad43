package org.rulewright.version;

import org.rulewright.blob.Digest;

/**
 * Exactly which state of a shared thing a version uses.
 *
 * @param key what model and flow call it by, or the key of the strategy
 * @param number of its version, for people
 * @param digest of its content
 */
public record VersionPin(Kind kind, String key, int number, Digest digest) {

  /** What is pinned. Names are stored, so none is ever renamed. */
  public enum Kind {
    LOOKUP,
    MODEL,
    /** A version of another strategy whose rules are used, directly or through others. */
    STRATEGY
  }
}
