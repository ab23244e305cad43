package org.rulewright.version;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.asset.StrategyContent;
import org.rulewright.asset.StrategyModel;
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
    var content = between(before.content(), after.content());
    List<Change> changes = new ArrayList<>(content.changes());
    changes.addAll(PinDifference.between(before.pins(), after.pins()));
    return new Differences(before.digest().equals(after.digest()), changes);
  }

  /** Compares two contents, the older first: versions or revisions of a draft. */
  public static Differences between(StrategyContent before, StrategyContent after) {
    List<Change> changes =
        new ArrayList<>(ContractDifference.between(before.contract(), after.contract()));
    var old = model(before);
    var now = model(after);
    changes.addAll(ModelDifference.between(old.dmn(), now.dmn()));
    changes.addAll(FlowDifference.between(old.flow(), now.flow()));
    return new Differences(before.equals(after), changes);
  }

  private static StrategyModel model(StrategyContent content) {
    try {
      return StrategyModel.read(content);
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException(
          "the content " + content.digest() + " can no longer be read", impossible);
    }
  }
}
