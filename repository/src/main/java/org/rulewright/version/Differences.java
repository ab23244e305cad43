package org.rulewright.version;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.asset.StrategyContent;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.xml.UnreadableModelException;

/**
 * What differs between two contents of a strategy, cell by cell.
 *
 * @param identical whether the contents are the same byte by byte; two that are not may still have
 *     no changes, for example when only the diagram was rearranged
 */
public record Differences(boolean identical, List<Change> changes) {

  public Differences {
    changes = List.copyOf(changes);
  }

  /** Compares two versions, the older first. */
  public static Differences between(Version before, Version after) {
    return between(before.content(), after.content());
  }

  /** Compares two contents, the older first: versions or revisions of a draft. */
  public static Differences between(StrategyContent before, StrategyContent after) {
    List<Change> changes =
        new ArrayList<>(ContractDifference.between(before.contract(), after.contract()));
    changes.addAll(ModelDifference.between(model(before), model(after)));
    return new Differences(before.equals(after), changes);
  }

  private static DmnDocument model(StrategyContent content) {
    try {
      return DmnDocument.read(content.dmn());
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException(
          "the content " + content.digest() + " can no longer be read", impossible);
    }
  }
}
