package org.rulewright.ui.model;

import static org.rulewright.ui.shell.Messages.locale;
import static org.rulewright.ui.shell.Messages.tr;

import java.util.List;
import java.util.stream.Collectors;
import org.rulewright.decision.Diagnostic;
import org.rulewright.modelregistry.ModelVersion;
import org.rulewright.ui.shell.StatusBadge;
import org.rulewright.ui.shell.Tone;

/** What is said of models on more than one screen. */
final class ModelWords {

  private ModelWords() {}

  static String test(ModelVersion version) {
    return tr(version.selfTest() == null ? "model.test.none" : "model.test.passed");
  }

  static StatusBadge badge(ModelVersion version) {
    return new StatusBadge(test(version), version.selfTest() == null ? Tone.WARNING : Tone.GOOD);
  }

  static String problems(List<Diagnostic> problems) {
    return problems.stream().map(it -> it.message(locale())).collect(Collectors.joining("\n"));
  }
}
