package org.rulewright.release;

import java.util.List;
import java.util.Optional;
import org.rulewright.asset.Refusal;

/** One rule about releases, with one reason. */
@FunctionalInterface
interface ReleasePolicy {

  Optional<Refusal> check(ReleaseRequest request);

  /** Returns every rule; all of them hold for everybody, the administrator included. */
  static List<ReleasePolicy> all() {
    return List.of(
        ReleasePolicies::onlyAPersonReleases,
        ReleasePolicies::onlyAGovernorReleases,
        ReleasePolicies::nobodyReleasesOwnEdits,
        ReleasePolicies::nothingIsReleasedFromTheArchive,
        ReleasePolicies::nothingIsReleasedTwiceInARow);
  }
}
