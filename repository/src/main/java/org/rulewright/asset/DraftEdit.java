package org.rulewright.asset;

/**
 * What an editor wants saved.
 *
 * @param basedOn number of the revision the editor had open
 * @param dmn the model as the editor writes it, at most 20 MB
 * @param flow what becomes of the flow beside the model
 * @param session names the open editor (one browser tab); empty for programs
 * @param summary what was done in the author's words, may be empty
 */
public record DraftEdit(
    long basedOn,
    byte[] dmn,
    FlowChange flow,
    StrategyContract contract,
    String session,
    String summary) {

  /** An edit of model and contract alone. */
  public DraftEdit(
      long basedOn, byte[] dmn, StrategyContract contract, String session, String summary) {
    this(basedOn, dmn, FlowChange.KEEP, contract, session, summary);
  }
}
