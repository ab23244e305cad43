package org.rulewright.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.LookupSource;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.analysis.Finding;
import org.rulewright.decisiontable.analysis.Limits;
import org.rulewright.decisiontable.analysis.TableAnalyses;
import org.rulewright.dmn.DmnCheck;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.ModelFinding;
import org.rulewright.dmn.ModelFindings;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.modelregistry.ModelVersion;
import org.rulewright.modelregistry.RegisteredModel;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Brings what somebody sends into the form that is kept, and finds what is wrong with it. */
@Component
class DraftCheck {

  /** A content fit to be kept, with what is wrong with it. */
  record Checked(StrategyContent content, List<Diagnostic> diagnostics) {}

  /** Tables that somebody is editing just now. */
  private static final int TABLES_AT_WORK = 32;

  private final FeatureDictionary dictionary;
  private final TableAnalyses analyses = new TableAnalyses(TABLES_AT_WORK);
  private final LookupSource lookups;
  private final Function<String, Optional<ModelVersion>> models;
  private final Imports imports;

  @Autowired
  DraftCheck(FeatureDictionary dictionary, Lookups lookups, ModelRegistry models, Imports imports) {
    this(
        dictionary,
        lookups.newest(),
        key -> models.find(key).map(RegisteredModel::current),
        imports);
  }

  /** Checks against the newest versions of look-up tables and models. */
  DraftCheck(
      FeatureDictionary dictionary,
      LookupSource lookups,
      Function<String, Optional<ModelVersion>> models,
      Imports imports) {
    this.dictionary = dictionary;
    this.lookups = lookups;
    this.models = models;
    this.imports = imports;
  }

  Checked prepare(byte[] dmn, Optional<byte[]> bpmn, StrategyContract contract)
      throws UnreadableModelException {
    DmnDocument model = imports.chosen(DmnDocument.read(dmn)).normalised();
    BpmnDocument flow = bpmn.isEmpty() ? null : BpmnDocument.read(bpmn.get());
    StrategyContract completed = dictionary.completed(contract);
    return new Checked(
        new StrategyContent(model.bytes(), bpmn, completed),
        check(new StrategyModel(model, flow, completed), Limits.QUICK));
  }

  /** Checks a content that was readable when it was kept. */
  List<Diagnostic> check(StrategyContent content) {
    try {
      return check(StrategyModel.read(content), Limits.THOROUGH);
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException(
          "the draft " + content.digest() + " can no longer be read", impossible);
    }
  }

  List<Finding> findings(TableDefinition table, StrategyContract contract) {
    return analyses.of(table, contract.schema(), Limits.QUICK).findings();
  }

  private List<Diagnostic> check(StrategyModel model, Limits limits) {
    StrategyContract contract = model.contract();
    List<Diagnostic> found = new ArrayList<>(ContractCheck.check(contract));
    found.addAll(dictionary.check(contract));
    String entry = model.startsWithFlow() ? null : contract.entry();
    var resolved = imports.resolve(model.dmn());
    found.addAll(resolved.problems());
    DmnCheck.check(resolved.documents(), contract.schema(), entry, lookups).stream()
        .filter(it -> !isUsedByFlow(it, model))
        .forEach(found::add);
    // a text that is refused is not parsed: it was refused for what parsing it would cost
    if (found.stream().noneMatch(it -> it.code().startsWith("dmn.text-too-"))) {
      findings(model, limits).stream().map(ModelFinding::diagnostic).forEach(found::add);
    }
    found.addAll(FlowProblems.of(model, lookups, models));
    return List.copyOf(found);
  }

  /** Returns what the exact checks find in the decisions, with examples and fixes. */
  List<ModelFinding> findings(StrategyContent content) {
    try {
      return findings(StrategyModel.read(content), Limits.THOROUGH);
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException(
          "the draft " + content.digest() + " can no longer be read", impossible);
    }
  }

  private List<ModelFinding> findings(StrategyModel model, Limits limits) {
    var contract = model.contract();
    Set<String> told = contract.reasons().stream().map(Reason::code).collect(Collectors.toSet());
    return ModelFindings.of(
        model.dmn(),
        contract.schema(),
        told,
        table -> analyses.of(table, contract.schema(), limits));
  }

  /** A fact that no decision takes may still be named by the flow, or taken by what it calls. */
  private boolean isUsedByFlow(Diagnostic found, StrategyModel model) {
    var flow = model.flow();
    return flow != null
        && found.code().equals("dmn.unused-fact")
        && found.arguments().stream()
            .anyMatch(
                it -> flow.mentions(it) || FlowProblems.read(flow, lookups, models).contains(it));
  }
}
