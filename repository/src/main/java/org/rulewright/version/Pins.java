package org.rulewright.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyModel;
import org.rulewright.lookuptable.Lookup;
import org.rulewright.lookuptable.LookupVersion;
import org.rulewright.lookuptable.Lookups;
import org.rulewright.modelregistry.ModelRegistry;
import org.rulewright.modelregistry.ModelVersion;
import org.rulewright.modelregistry.RegisteredModel;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Finds the newest state of everything a content uses; what is missing is an error of the draft and
 * found there.
 */
@Component
class Pins {

  private final Function<String, Optional<LookupVersion>> lookups;
  private final Function<String, Optional<ModelVersion>> models;

  @Autowired
  Pins(Lookups lookups, ModelRegistry models) {
    this(
        (String key) -> lookups.find(key).map(Lookup::current),
        key -> models.find(key).map(RegisteredModel::current));
  }

  Pins(
      Function<String, Optional<LookupVersion>> lookups,
      Function<String, Optional<ModelVersion>> models) {
    this.lookups = lookups;
    this.models = models;
  }

  List<VersionPin> of(StrategyContent content) {
    try {
      return of(StrategyModel.read(content));
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException(
          "the draft " + content.digest() + " can no longer be read", impossible);
    }
  }

  private List<VersionPin> of(StrategyModel model) {
    List<VersionPin> pins = new ArrayList<>();
    for (var key : model.lookups()) {
      lookups.apply(key).map(Pins::lookup).ifPresent(pins::add);
    }
    for (var key : model.models()) {
      models.apply(key).map(Pins::model).ifPresent(pins::add);
    }
    return List.copyOf(pins);
  }

  private static VersionPin model(ModelVersion version) {
    return new VersionPin(
        VersionPin.Kind.MODEL, version.model(), version.number(), version.digest());
  }

  private static VersionPin lookup(LookupVersion version) {
    return new VersionPin(
        VersionPin.Kind.LOOKUP, version.definition().key(), version.number(), version.digest());
  }
}
