package org.rulewright.asset;

import org.rulewright.dmn.DmnDocument;
import org.rulewright.xml.UnreadableModelException;

/**
 * A version of a strategy whose rules another uses.
 *
 * @param digest of the version: of its content and what it pins
 * @param document its model, read
 */
public record ImportedVersion(
    StrategyKey strategy,
    int number,
    String digest,
    StrategyContent content,
    DmnDocument document) {

  /** Reads a version's model, which could be read when the version was made. */
  public static ImportedVersion read(
      StrategyKey strategy, int number, String digest, StrategyContent content) {
    try {
      return new ImportedVersion(
          strategy, number, digest, content, DmnDocument.read(content.dmn()));
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException(
          "version " + number + " of " + strategy + " can no longer be read", impossible);
    }
  }
}
