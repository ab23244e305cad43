package org.rulewright.parity;

/** Told how far an examination has come; ends it by throwing. */
public interface Progress {

  Progress NONE = (done, planned, stage) -> {};

  void at(long done, long planned, Stage stage);
}
