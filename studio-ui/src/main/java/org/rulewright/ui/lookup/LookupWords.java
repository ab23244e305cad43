package org.rulewright.ui.lookup;

import java.util.List;
import org.rulewright.decision.LookupShape;
import org.rulewright.lookuptable.LookupVersion;

/** Look-up tables in the words of an author. */
final class LookupWords {

  private LookupWords() {}

  /** The call as it is written in a cell: {@code lookup("industry", code)}. */
  static String call(LookupVersion version) {
    var definition = version.definition();
    return call(
        definition.key(), definition.keys().stream().map(LookupShape.Column::name).toList());
  }

  static String call(String key, List<String> columns) {
    return "lookup(\"" + key + "\", " + String.join(", ", columns) + ")";
  }
}
