package org.rulewright.decision;

import org.jspecify.annotations.Nullable;

/**
 * Where a diagnostic points.
 *
 * @param element id of the DMN element, or the name of a fact
 * @param cell id of the cell inside it
 * @param offset characters from the start of the cell's text
 */
public record Place(@Nullable String element, @Nullable String cell, @Nullable Integer offset) {

  public static final Place NOWHERE = new Place(null, null, null);

  public static Place of(String element) {
    return new Place(element, null, null);
  }

  public static Place of(String element, String cell) {
    return new Place(element, cell, null);
  }
}
