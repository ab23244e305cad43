package org.rulewright.notification;

import java.util.Set;
import org.rulewright.access.Role;

/**
 * The kinds of things a notification leads to, each with the roles that may open it.
 *
 * <p>A person is only told of things they may open, and no longer sees what they were told once
 * they lost the role for it. Names are stored.
 */
public enum ThingKind {
  /** A data set, by its key. */
  DATASET(Role.STRATEGIST, Role.OPERATOR),
  /** A portfolio run, by its id. */
  PORTFOLIO_RUN(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER),
  /** A background job without a thing of its own. */
  JOB(Role.STRATEGIST, Role.GOVERNOR, Role.OPERATOR, Role.ADMINISTRATOR),
  /** The draft of a strategy, by the strategy's key. */
  DRAFT(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER),
  /** The versions of a strategy, by the strategy's key. */
  VERSIONS(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER),
  /** What runs of a strategy, by the strategy's key. */
  RELEASES(Role.STRATEGIST, Role.GOVERNOR, Role.REVIEWER, Role.ADMINISTRATOR),
  /** A recorded decision, by its id. */
  DECISION(Role.REVIEWER),
  /** The record of decisions as a whole. */
  DECISION_LOG(Role.REVIEWER, Role.ADMINISTRATOR),
  /** An API key, by its id. */
  KEY(Role.ADMINISTRATOR),
  /** One's own account. */
  ACCOUNT();

  private final Set<Role> openTo;

  ThingKind(Role... openTo) {
    this.openTo = Set.of(openTo);
  }

  /** The roles any of which may open it; empty where everybody may. */
  public Set<Role> openTo() {
    return openTo;
  }
}
