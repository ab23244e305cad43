package org.rulewright.dataset.sql;

/** Carries a problem out of deep code to where it becomes a result. */
final class SqlRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SqlProblem problem;

  SqlRefusal(SqlProblem problem) {
    super(problem.code().name(), null, false, false);
    this.problem = problem;
  }

  SqlProblem problem() {
    return problem;
  }
}
