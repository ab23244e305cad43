package org.rulewright.release;

import java.util.List;
import java.util.Optional;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyModel;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.dmn.DmnModel;
import org.rulewright.lookup.LookupTable;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowCompilation;
import org.rulewright.version.Version;
import org.rulewright.version.VersionPin;
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

  private final PinnedTables tables;

  @Autowired
  VersionCompiler(Lookups lookups) {
    this(pin ->
        lookups.table(
            lookups
                .version(pin.key(), pin.digest())
                .orElseThrow(
                    () -> new IllegalStateException("look-up table " + pin.key() + " is gone"))));
  }

  VersionCompiler(PinnedTables tables) {
    this.tables = tables;
  }

  /**
   * Compiles a version; why it may not decide is among its problems.
   *
   * @throws UnreadableModelException when its files cannot be read
   * @throws RuntimeException when something it pins is gone or was changed
   */
  public CompiledVersion compile(Version version) throws UnreadableModelException {
    return compile(version.content(), version.pins());
  }

  /** The same for a content that is no version yet. */
  public CompiledVersion compile(StrategyContent content, List<VersionPin> pins)
      throws UnreadableModelException {
    var source = StrategyModel.read(content);
    var lookups = new PinnedLookups(lookups(pins));
    var model = DmnModel.compile(List.of(source.dmn()), lookups);
    var bpmn = source.flow();
    if (bpmn == null) {
      return new CompiledVersion(source, model, null, lookups, List.of());
    }
    var callees = new Callees(model, lookups);
    return switch (BpmnFlow.compile(bpmn, source.contract().schema(), callees)) {
      case FlowCompilation.Compiled(Flow flow) ->
          new CompiledVersion(source, model, flow, lookups, List.of());
      case FlowCompilation.Refused(List<Diagnostic> problems) ->
          new CompiledVersion(source, model, null, lookups, problems);
    };
  }

  private List<LookupTable> lookups(List<VersionPin> pins) {
    return pins.stream()
        .filter(pin -> pin.kind() == VersionPin.Kind.LOOKUP)
        .map(tables::table)
        .toList();
  }

  /** What the flow of a version may call. */
  private record Callees(DmnModel model, PinnedLookups lookups) implements DecisionSource {

    @Override
    public Optional<Decision> find(DecisionKind kind, String key) {
      return switch (kind) {
        case LOOKUP -> lookups.decision(key);
        case OTHER -> model.step(key);
        case MODEL,
            DECISION_TABLE,
            LITERAL_EXPRESSION,
            DECISION_TREE,
            SCORECARD,
            RULE_SET,
            FLOW,
            FLOW_STEP ->
            Optional.empty();
      };
    }
  }
}
