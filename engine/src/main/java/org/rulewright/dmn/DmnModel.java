package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.CheckedFacts;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;

/** A model ready to decide. */
public final class DmnModel {

  private final DmnDocument main;

  private DmnModel(DmnDocument main) {
    this.main = main;
  }

  public static DmnModel compile(DmnDocument document) {
    return compile(List.of(document));
  }

  /** Compiles a model and the models it imports; the first is the main one. */
  public static DmnModel compile(List<DmnDocument> documents) {
    return new DmnModel(documents.getFirst());
  }

  public DmnDocument document() {
    return main;
  }

  /** Why nothing, or not everything, of the model will be evaluated; empty for a sound model. */
  public List<Diagnostic> problems() {
    return List.of();
  }

  public Outcome evaluate(String decision, Facts facts, OffsetDateTime asOf, boolean traced) {
    return evaluate(decision, facts, asOf, traced, EngineChoice.COMPILED);
  }

  public Outcome evaluate(
      String decision, Facts facts, OffsetDateTime asOf, boolean traced, EngineChoice engine) {
    return new Outcome.Failed(
        List.of(Diagnostic.error("dmn.unknown-decision", Place.of(decision), decision)),
        Trace.EMPTY);
  }

  public Outcome evaluateService(String service, Facts facts, OffsetDateTime asOf, boolean traced) {
    return new Outcome.Failed(
        List.of(Diagnostic.error("dmn.unknown-service", Place.of(service), service)), Trace.EMPTY);
  }

  /** Turns values as JSON delivers them into facts of the types the model declares. */
  public CheckedFacts facts(Map<String, ? extends @Nullable Object> raw) {
    return new CheckedFacts(Facts.of(raw), List.of());
  }

  /** The share of the model's cells and expressions that our own engine evaluates, 0 to 1. */
  public double compiledShare() {
    return 0;
  }
}
