package org.rulewright.simulation;

import org.rulewright.job.Job;
import org.rulewright.job.JobState;
import org.rulewright.notification.JobSubject;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;
import org.springframework.stereotype.Component;

/** The job of a portfolio run leads to the run. */
@Component
class PortfolioSubject implements JobSubject {

  @Override
  public String kind() {
    return PortfolioJob.KIND;
  }

  @Override
  public Yield of(Job job) {
    var run = BudgetJson.parameters(job.parameters()).run();
    return new Yield(new Thing(ThingKind.PORTFOLIO_RUN, run), job.state() == JobState.DONE);
  }
}
