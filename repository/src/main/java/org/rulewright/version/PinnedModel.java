package org.rulewright.version;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.model.ModelSignature;
import org.rulewright.model.OpenResult;
import org.rulewright.model.ScoringModel;
import org.rulewright.modelregistry.ModelRegistry;

/**
 * The model a version pins, open and proven on its expected scores, or why it is not.
 *
 * @param name for people
 * @param model null exactly where there are problems
 */
record PinnedModel(
    VersionPin pin,
    String name,
    ModelSignature signature,
    @Nullable ScoringModel model,
    List<Diagnostic> problems)
    implements AutoCloseable {

  PinnedModel {
    problems = List.copyOf(problems);
  }

  /** Opens exactly the version that is pinned. */
  static PinnedModel open(VersionPin pin, ModelRegistry models) {
    var name = models.find(pin.key()).map(it -> it.name()).orElse(pin.key());
    // by its number: two versions may have one file and call its features by other names
    var version =
        models.version(pin.key(), pin.number()).filter(it -> it.digest().equals(pin.digest()));
    if (version.isEmpty()) {
      return new PinnedModel(
          pin,
          name,
          new ModelSignature(List.of(), List.of()),
          null,
          refused(pin, List.of(gone(pin))));
    }
    var signature = version.get().signature();
    return switch (models.openProven(version.get())) {
      case OpenResult.Opened opened ->
          new PinnedModel(pin, name, signature, opened.model(), List.of());
      case OpenResult.Refused refused ->
          new PinnedModel(pin, name, signature, null, refused(pin, refused.problems()));
    };
  }

  private static Diagnostic gone(VersionPin pin) {
    return Diagnostic.error(
        "model.gone", Place.of(pin.key()), pin.key(), Integer.toString(pin.number()));
  }

  /** Says first which model it is: the reasons tell of a file alone. */
  private static List<Diagnostic> refused(VersionPin pin, List<Diagnostic> reasons) {
    var which =
        Diagnostic.error(
            "model.not-opened", Place.of(pin.key()), pin.key(), Integer.toString(pin.number()));
    return Stream.concat(Stream.of(which), reasons.stream()).toList();
  }

  /** The types of what it gives, by name. */
  Map<String, FactType> outputTypes() {
    Map<String, FactType> types = new HashMap<>();
    signature.outputs().forEach(it -> types.put(it.name(), it.type()));
    return types;
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
  }
}
