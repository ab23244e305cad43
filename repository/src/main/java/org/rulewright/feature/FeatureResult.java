package org.rulewright.feature;

/** What became of a change of the dictionary. */
public sealed interface FeatureResult {

  record Saved(Feature feature) implements FeatureResult {}

  record NameTaken(FeatureName name) implements FeatureResult {}

  /** Somebody else changed it since it was read; theirs is here. */
  record Conflict(Feature theirs) implements FeatureResult {}
}
