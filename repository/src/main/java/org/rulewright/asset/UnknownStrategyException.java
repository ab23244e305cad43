package org.rulewright.asset;

/** Somebody asked for a strategy, or a revision of one, that is not there. */
public class UnknownStrategyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnknownStrategyException(StrategyKey key) {
    super("no strategy `" + key + "`");
  }

  public UnknownStrategyException(StrategyKey key, long revision) {
    super("no revision " + revision + " of strategy `" + key + "`");
  }
}
