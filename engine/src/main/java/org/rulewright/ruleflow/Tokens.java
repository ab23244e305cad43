package org.rulewright.ruleflow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rulewright.ruleflow.PlanStep.Joining;

/**
 * The tokens of one run: those on their way, the last one made first, and those that wait at joins.
 *
 * <p>A branch is followed to its end, or to a join where it waits, before the next is begun. That
 * order is Camunda's, too, so that branches that set the same variable agree.
 */
final class Tokens {

  private final FlowPlan plan;
  private final int @Nullable [] waiting;
  private int[] moving = new int[4];
  private int count;

  Tokens(FlowPlan plan) {
    this.plan = plan;
    this.waiting = plan.joins().isEmpty() ? null : new int[plan.steps().size()];
  }

  void move(int step) {
    if (count == moving.length) {
      moving = Arrays.copyOf(moving, 2 * count);
    }
    moving[count++] = step;
  }

  /** The step the next token comes to, or -1 where none is on its way. */
  int next() {
    return count == 0 ? -1 : moving[--count];
  }

  /** A token comes to a join; true where the join goes on, with all tokens that waited there. */
  boolean arrives(Joining join) {
    int number = join.number();
    if (waiting == null) {
      throw new IllegalStateException("a join in a plan without joins");
    }
    waiting[number]++;
    boolean goes = waiting[number] >= join.incoming() || join.inclusive() && isLast(number);
    if (goes) {
      waiting[number] = join.inclusive() ? 0 : waiting[number] - join.incoming();
    }
    return goes;
  }

  /** Whether no other token, on its way or waiting elsewhere, can come to the step any more. */
  private boolean isLast(int join) {
    for (int i = 0; i < count; i++) {
      if (plan.reach().get(moving[i]).get(join)) {
        return false;
      }
    }
    return waitersThatReach(join) == 0;
  }

  private int waitersThatReach(int join) {
    int found = 0;
    for (Joining other : plan.joins()) {
      if (other.number() != join
          && waiting != null
          && waiting[other.number()] > 0
          && plan.reach().get(other.number()).get(join)) {
        found++;
      }
    }
    return found;
  }

  /**
   * When no token is on its way: the first inclusive join where some wait and none can come any
   * more, their waiting over; null where there is none.
   */
  @Nullable Joining released() {
    for (Joining join : plan.joins()) {
      int number = join.number();
      if (waiting != null
          && join.inclusive()
          && waiting[number] > 0
          && waitersThatReach(number) == 0) {
        waiting[number] = 0;
        return join;
      }
    }
    return null;
  }

  /** A join where a token waits for others that will not come; null where there is none. */
  @Nullable Joining stuck() {
    for (Joining join : plan.joins()) {
      if (waiting != null && waiting[join.number()] > 0) {
        return join;
      }
    }
    return null;
  }
}
