package org.rulewright.ui.strategy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the screen about one strategy. */
enum StrategySection {
  DRAWING,
  TABLES,
  FLOW,
  CONTRACT,
  IMPORTS,
  VERSIONS,
  HISTORY;

  /** Its name in addresses. */
  String segment() {
    return name().toLowerCase(Locale.ROOT);
  }

  static StrategySection of(Optional<String> segment) {
    return Arrays.stream(values())
        .filter(section -> segment.filter(section.segment()::equals).isPresent())
        .findFirst()
        .orElse(DRAWING);
  }
}
