package org.rulewright.version;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rulewright.asset.ImportedVersion;
import org.rulewright.asset.Imports;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyModel;
import org.rulewright.blob.Digest;
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
  private final Imports imports;

  @Autowired
  Pins(Lookups lookups, ModelRegistry models, Imports imports) {
    this(
        (String key) -> lookups.find(key).map(Lookup::current),
        key -> models.find(key).map(RegisteredModel::current),
        imports);
  }

  Pins(
      Function<String, Optional<LookupVersion>> lookups,
      Function<String, Optional<ModelVersion>> models,
      Imports imports) {
    this.lookups = lookups;
    this.models = models;
    this.imports = imports;
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
    var resolved = imports.resolve(model.dmn());
    resolved.versions().stream().map(Pins::strategy).forEach(pins::add);
    // rules are pinned as they are; the tables they read are the newest when the version is made
    Set<String> tables = new LinkedHashSet<>(model.lookups());
    resolved.documents().forEach(document -> tables.addAll(document.lookups()));
    for (var key : tables) {
      lookups.apply(key).map(Pins::lookup).ifPresent(pins::add);
    }
    for (var key : model.models()) {
      models.apply(key).map(Pins::model).ifPresent(pins::add);
    }
    return List.copyOf(pins);
  }

  private static VersionPin strategy(ImportedVersion version) {
    return new VersionPin(
        VersionPin.Kind.STRATEGY,
        version.strategy().value(),
        version.number(),
        new Digest(version.digest()));
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
