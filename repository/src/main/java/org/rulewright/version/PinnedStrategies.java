package org.rulewright.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulewright.asset.ImportSource;
import org.rulewright.asset.ImportedVersion;
import org.rulewright.asset.StrategyKey;
import org.rulewright.dmn.DmnDocument;
import org.springframework.stereotype.Component;

/** The versions whose rules others use. */
@Component
class PinnedStrategies implements ImportSource {

  private final VersionStore versions;

  PinnedStrategies(VersionStore versions) {
    this.versions = versions;
  }

  @Override
  public Optional<ImportedVersion> find(StrategyKey strategy, int number) {
    return versions.find(strategy, number).map(PinnedStrategies::imported);
  }

  @Override
  public Optional<ImportedVersion> newest(StrategyKey strategy, String namespace) {
    return versions.newest(strategy, namespace).map(PinnedStrategies::imported);
  }

  @Override
  public List<StrategyKey> having(String namespace) {
    return versions.having(namespace);
  }

  private static ImportedVersion imported(Version version) {
    return ImportedVersion.read(
        version.strategy(), version.number(), version.digest(), version.content());
  }

  /**
   * Returns a model and after it the models it imports, exactly as they are pinned.
   *
   * @throws IllegalStateException when a version that is pinned is gone or was changed
   */
  List<DmnDocument> documents(DmnDocument main, List<VersionPin> pins) {
    List<DmnDocument> documents = new ArrayList<>(List.of(main));
    for (var pin : pins) {
      if (pin.kind() == VersionPin.Kind.STRATEGY) {
        var version =
            versions
                .find(new StrategyKey(pin.key()), pin.digest().hex())
                .orElseThrow(() ->
                    new IllegalStateException(
                        "version " + pin.number() + " of strategy " + pin.key() + " is gone"));
        documents.add(imported(version).document());
      }
    }
    return documents;
  }
}
