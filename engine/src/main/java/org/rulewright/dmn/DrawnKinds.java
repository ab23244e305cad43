package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.ruleset.RuleSetDefinition;
import org.rulewright.scorecard.Scorecard;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** The decisions of a model that were drawn as something else than the tables they are kept in. */
final class DrawnKinds {

  private final Map<String, TreeDefinition> trees = new LinkedHashMap<>();
  private final Map<String, Scorecard> scorecards = new LinkedHashMap<>();
  private final Map<String, RuleSetDefinition> ruleSets = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();

  /** Looks at the decisions; what does not agree with its tables is plain, and a problem. */
  static DrawnKinds of(
      List<Element> decisions, List<TableDefinition> tables, List<DmnLiteral> literals) {
    var drawn = new DrawnKinds();
    for (var decision : decisions) {
      drawn.tree(decision, tables);
      drawn.scorecard(decision, tables, literals);
      drawn.ruleSet(decision, tables);
    }
    return drawn;
  }

  private void tree(Element decision, List<TableDefinition> tables) {
    Extensions.find(decision, TreeForm.EXTENSION)
        .ifPresent(extension ->
            tables.stream()
                .filter(it -> it.id().equals(Xml.attribute(decision, "id")))
                .findFirst()
                .flatMap(it -> TreeReader.read(extension, it))
                .ifPresentOrElse(
                    tree -> trees.put(tree.id(), tree),
                    () -> changed(decision, "tree.table-changed")));
  }

  private void scorecard(
      Element decision, List<TableDefinition> tables, List<DmnLiteral> literals) {
    Extensions.find(decision, ScorecardForm.EXTENSION)
        .ifPresent(extension ->
            new ScorecardReader(tables, literals)
                .read(decision, extension)
                .ifPresentOrElse(
                    card -> scorecards.put(card.id(), card),
                    () -> changed(decision, "scorecard.table-changed")));
  }

  private void ruleSet(Element decision, List<TableDefinition> tables) {
    Extensions.find(decision, RuleSetForm.EXTENSION)
        .ifPresent(extension ->
            tables.stream()
                .filter(it -> it.id().equals(Xml.attribute(decision, "id")))
                .findFirst()
                .flatMap(it -> RuleSetReader.read(extension, it))
                .ifPresentOrElse(
                    read -> {
                      ruleSets.put(read.set().id(), read.set());
                      if (read.changed()) {
                        changed(decision, "ruleset.table-changed");
                      }
                    },
                    () -> changed(decision, "ruleset.not-a-rule-set")));
  }

  private void changed(Element decision, String code) {
    problems.add(
        Diagnostic.warning(
            code, Place.of(Xml.attribute(decision, "id")), Xml.attribute(decision, "name")));
  }

  /** What a decision was drawn as. */
  DecisionKind kind(Element decision, DecisionKind otherwise) {
    var id = Xml.attribute(decision, "id");
    if (trees.containsKey(id)) {
      return DecisionKind.DECISION_TREE;
    }
    if (ruleSets.containsKey(id)) {
      return DecisionKind.RULE_SET;
    }
    return scorecardOf(id).isPresent() ? DecisionKind.SCORECARD : otherwise;
  }

  List<TreeDefinition> trees() {
    return List.copyOf(trees.values());
  }

  Optional<TreeDefinition> tree(String decisionId) {
    return Optional.ofNullable(trees.get(decisionId));
  }

  List<RuleSetDefinition> ruleSets() {
    return List.copyOf(ruleSets.values());
  }

  Optional<RuleSetDefinition> ruleSet(String decisionId) {
    return Optional.ofNullable(ruleSets.get(decisionId));
  }

  List<Scorecard> scorecards() {
    return List.copyOf(scorecards.values());
  }

  Optional<Scorecard> scorecard(String decisionId) {
    return Optional.ofNullable(scorecards.get(decisionId));
  }

  /** The card whose score or whose reasons a decision gives. */
  Optional<Scorecard> scorecardOf(String decisionId) {
    return scorecards.values().stream()
        .filter(it -> it.id().equals(decisionId) || it.reasonsId().equals(decisionId))
        .findFirst();
  }

  List<Diagnostic> problems() {
    return List.copyOf(problems);
  }
}
