package org.rulewright.ui.decision;

import static org.rulewright.ui.shell.Messages.locale;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.rulewright.feature.Feature;
import org.rulewright.feature.Features;

/** What facts are called in the dictionary; a name that is not in it stands for itself. */
record FactNames(Map<String, String> labels) {

  static FactNames of(Features features) {
    Map<String, String> labels = new HashMap<>();
    Stream.concat(features.retired().stream(), features.list().stream())
        .forEach(feature -> labels.put(feature.name().text(), label(feature)));
    return new FactNames(Map.copyOf(labels));
  }

  private static String label(Feature feature) {
    var label = feature.label(locale());
    return label.isBlank() ? feature.name().text() : label;
  }

  String called(String name) {
    return labels.getOrDefault(name, name);
  }
}
