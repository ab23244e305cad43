package org.rulewright.release;

/**
 * The version of the engine's behaviour, part of every release's digest.
 *
 * <p>To be raised whenever any model would be decided otherwise than before; not with each build,
 * else equal releases could not be recognised.
 */
public final class EngineVersion {

  public static final String CURRENT = "2";

  private EngineVersion() {}
}
