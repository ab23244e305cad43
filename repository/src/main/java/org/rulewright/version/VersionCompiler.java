package org.rulewright.version;

import java.util.List;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyModel;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.Diagnostic;
import org.rulewright.dmn.DmnModel;
import org.rulewright.lookup.LookupTable;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowCompilation;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Compiles versions with what they pin. */
@Component
public class VersionCompiler {

  /** Reads what a version pins, verifying it against its digest. */
  @FunctionalInterface
  public interface PinnedTables {

    /**
     * Returns the table in the state that is pinned.
     *
     * @throws RuntimeException when it is gone or was changed
     */
    LookupTable table(VersionPin pin);
  }

  /** Opens what a version pins, proven; why it cannot be opened is among its problems. */
  @FunctionalInterface
  interface PinnedScoring {

    PinnedModel model(VersionPin pin);
  }

  private final PinnedTables tables;
  private final PinnedScoring scoring;
  private final PinnedStrategies strategies;

  @Autowired
  VersionCompiler(Lookups lookups, ModelRegistry models, PinnedStrategies strategies) {
    this(
        pin ->
            lookups.table(
                lookups
                    .version(pin.key(), pin.digest())
                    .orElseThrow(() ->
                        new IllegalStateException("look-up table " + pin.key() + " is gone"))),
        pin -> PinnedModel.open(pin, models),
        strategies);
  }

  VersionCompiler(PinnedTables tables, PinnedScoring scoring, PinnedStrategies strategies) {
    this.tables = tables;
    this.scoring = scoring;
    this.strategies = strategies;
  }

  /**
   * Compiles a version; why it may not decide is among its problems.
   *
   * @return to be closed when nobody decides by it any more: it holds the models it scores with
   * @throws UnreadableModelException when its files cannot be read
   * @throws RuntimeException when a look-up table it pins is gone or was changed
   */
  public CompiledVersion compile(Version version) throws UnreadableModelException {
    return compile(version.content(), version.pins());
  }

  /** The same for a content that is no version yet. */
  public CompiledVersion compile(StrategyContent content, List<VersionPin> pins)
      throws UnreadableModelException {
    var source = StrategyModel.read(content);
    var lookups = new PinnedLookups(lookups(pins));
    var model = DmnModel.compile(strategies.documents(source.dmn(), pins), lookups);
    var models = new PinnedModels(models(pins));
    try {
      return compiled(source, model, new VersionCallees(model, lookups, models));
    } catch (RuntimeException failed) {
      models.close();
      throw failed;
    }
  }

  private static CompiledVersion compiled(
      StrategyModel source, DmnModel model, VersionCallees callees) {
    var bpmn = source.flow();
    if (bpmn == null) {
      return new CompiledVersion(source, model, null, callees, List.of());
    }
    return switch (BpmnFlow.compile(bpmn, source.contract().schema(), callees)) {
      case FlowCompilation.Compiled(Flow flow) ->
          new CompiledVersion(source, model, flow, callees, List.of());
      case FlowCompilation.Refused(List<Diagnostic> problems) ->
          new CompiledVersion(source, model, null, callees, problems);
    };
  }

  private List<LookupTable> lookups(List<VersionPin> pins) {
    return pins.stream()
        .filter(pin -> pin.kind() == VersionPin.Kind.LOOKUP)
        .map(tables::table)
        .toList();
  }

  private List<PinnedModel> models(List<VersionPin> pins) {
    return pins.stream()
        .filter(pin -> pin.kind() == VersionPin.Kind.MODEL)
        .map(scoring::model)
        .toList();
  }
}
