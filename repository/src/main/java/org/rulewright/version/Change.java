package org.rulewright.version;

/**
 * One thing that differs between two versions.
 *
 * @param before as it was; empty for what was added
 * @param after as it is; empty for what was removed
 */
public record Change(Subject subject, Kind kind, ChangePlace place, String before, String after) {

  /** What kind of thing differs. */
  public enum Subject {
    /** The decision a caller asks for. */
    ENTRY,
    /** A fact the strategy takes. */
    INPUT,
    /** A reason and its wording. */
    REASON,
    /** A decision as a whole. */
    DECISION,
    /** How the matching rules of a table become its answer. */
    HIT_POLICY,
    /** An input or output column of a table. */
    COLUMN,
    /** A row of a table. */
    RULE,
    /** A cell of a row that both versions have. */
    CELL,
    /** The annotation beside a row. */
    NOTE,
    /** The text of a literal expression. */
    EXPRESSION,
    /** An event, task, gateway or arrow of the flow. */
    FLOW_ELEMENT,
    /** The state of a look-up table or model that is used. */
    PIN
  }

  /** In which way it differs. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    /** It stands at another place among its neighbours. */
    MOVED
  }

  static Change of(Subject subject, ChangePlace place, String before, String after) {
    Kind kind = before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    return new Change(subject, kind, place, before, after);
  }
}
