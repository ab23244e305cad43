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

  @Autowired
  Pins(Lookups lookups) {
    this((String key) -> lookups.find(key).map(Lookup::current));
  }

  Pins(Function<String, Optional<LookupVersion>> lookups) {
    this.lookups = lookups;
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
    return List.copyOf(pins);
  }

  private static VersionPin lookup(LookupVersion version) {
    return new VersionPin(
        VersionPin.Kind.LOOKUP, version.definition().key(), version.number(), version.digest());
  }
}
