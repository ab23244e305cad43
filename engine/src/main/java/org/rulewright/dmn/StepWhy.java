package org.rulewright.dmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.TraceStep;
import org.rulewright.decisiontable.TableWhy;
import org.rulewright.decisiontree.TreePath;
import org.rulewright.ruleflow.FlowReference;
import org.rulewright.ruleflow.FlowStep;
import org.rulewright.ruleflow.Way;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.scorecard.Scorecard;
import org.rulewright.scorecard.ScorecardPoints;

/** Why one step of a decision came out as it did. */
public sealed interface StepWhy {

  /** The step as it was taken. */
  TraceStep step();

  /** A decision table: every rule, with the cells that kept it from matching. */
  record OfTable(TraceStep step, TableWhy why) implements StepWhy {}

  /** A rule set: every rule, with the conditions that kept it from holding. */
  record OfRuleSet(TraceStep step, RuleSetDefinition set, TableWhy why) implements StepWhy {}

  /** A decision tree: the splits on the way to the leaf. */
  record OfTree(TraceStep step, TreePath path) implements StepWhy {}

  /** A scorecard, or the reasons of one: the points of each characteristic. */
  record OfScorecard(TraceStep step, Scorecard card, ScorecardPoints points) implements StepWhy {}

  /** A gateway of a flow: every way out of it. */
  record OfGateway(TraceStep step, FlowStep gateway, List<Way> ways) implements StepWhy {
    public OfGateway {
      ways = List.copyOf(ways);
    }
  }

  /**
   * A task of a flow.
   *
   * @param given what it handed on, of what the called thing reads; empty where its own explanation
   *     says it
   * @param problems why the task failed, whether or not an error event took it from there
   * @param inside why what it called came out as it did
   */
  record OfTask(
      TraceStep step,
      FlowReference called,
      Map<String, @Nullable Object> given,
      List<Diagnostic> problems,
      List<StepWhy> inside)
      implements StepWhy {
    public OfTask {
      given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
      problems = List.copyOf(problems);
      inside = List.copyOf(inside);
    }
  }

  /** An event of a flow, or a gateway that left no choice. */
  record OfEvent(TraceStep step, FlowStep event) implements StepWhy {}

  /** A step that says all there is to say by its value. */
  record Plain(TraceStep step) implements StepWhy {}
}
