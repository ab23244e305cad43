package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.rulewright.decision.FactSchema;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.analysis.Finding;
import org.rulewright.decisiontable.analysis.TableAnalysis;
import org.rulewright.decisiontree.TreeCheck;
import org.rulewright.decisiontree.TreeFinding;
import org.rulewright.ruleset.RuleSetCheck;
import org.rulewright.scorecard.Characteristic;
import org.rulewright.scorecard.Scorecard;
import org.rulewright.scorecard.ScorecardCheck;
import org.rulewright.scorecard.ScorecardFinding;

/**
 * What the exact checks find in the decisions of a model, each as the kind it was drawn as: a tree
 * as a tree and not as its table, and so the tables of a scorecard.
 */
public final class ModelFindings {

  private final DmnDocument model;
  private final FactSchema facts;
  private final Set<String> told;
  private final List<ModelFinding> found = new ArrayList<>();

  private ModelFindings(DmnDocument model, FactSchema facts, Set<String> told) {
    this.model = model;
    this.facts = facts;
    this.told = told;
  }

  /**
   * Returns everything found, kind by kind.
   *
   * @param facts what the dictionary says of the facts
   * @param told the reason codes there are words for
   * @param analyses analyses a table, within limits
   */
  public static List<ModelFinding> of(
      DmnDocument model,
      FactSchema facts,
      Set<String> told,
      Function<TableDefinition, TableAnalysis> analyses) {
    var findings = new ModelFindings(model, facts, told);
    findings.tables(analyses);
    findings.trees();
    findings.scorecards();
    findings.reasons();
    return List.copyOf(findings.found);
  }

  private void tables(Function<TableDefinition, TableAnalysis> analyses) {
    Set<String> drawn = new HashSet<>();
    model.trees().forEach(it -> drawn.add(it.id()));
    model.scorecards().stream()
        .map(Scorecard::characteristics)
        .flatMap(List::stream)
        .map(Characteristic::id)
        .forEach(drawn::add);
    for (var table : model.tables()) {
      if (drawn.contains(table.id())) {
        continue;
      }
      var analysis = analyses.apply(table);
      model
          .ruleSet(table.id())
          .ifPresentOrElse(
              set -> found.addAll(RuleSetFindings.of(set, analysis)),
              () -> analysis.findings().forEach(it -> found.add(inTable(table, it))));
    }
  }

  private static ModelFinding inTable(TableDefinition table, Finding finding) {
    return new ModelFinding(
        finding.diagnostic(),
        finding.example(),
        finding.fix().map(it -> TableMending.of(table, it)).stream().toList());
  }

  private void trees() {
    for (var tree : model.trees()) {
      TreeCheck.check(tree, facts).stream().map(ModelFindings::inTree).forEach(found::add);
    }
  }

  private static ModelFinding inTree(TreeFinding finding) {
    return new ModelFinding(
        finding.diagnostic(),
        finding.example(),
        finding.fixes().stream()
            .map(fix -> new ModelFix(fix.code(), it -> TreeForm.put(it, fix.better())))
            .toList());
  }

  private void scorecards() {
    for (var card : model.scorecards()) {
      ScorecardCheck.check(card, facts, told).stream()
          .map(ModelFindings::inScorecard)
          .forEach(found::add);
    }
  }

  private static ModelFinding inScorecard(ScorecardFinding finding) {
    return new ModelFinding(
        finding.diagnostic(),
        finding.example(),
        finding.fixes().stream()
            .map(fix -> new ModelFix(fix.code(), it -> ScorecardForm.put(it, fix.better())))
            .toList());
  }

  private void reasons() {
    for (var set : model.ruleSets()) {
      RuleSetCheck.untold(set, told)
          .forEach(it -> found.add(new ModelFinding(it, java.util.Map.of(), List.of())));
    }
  }
}
