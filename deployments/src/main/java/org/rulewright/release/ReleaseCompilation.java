package org.rulewright.release;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rulewright.asset.Refusal;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Severity;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.dmn.UnreadableModelException;
import org.rulewright.version.Version;

/**
 * Whether a version can be decided by at all: asked before it is released, not at the first call.
 */
sealed interface ReleaseCompilation {

  /** It can. */
  record Compiled(BigDecimal share) implements ReleaseCompilation {}

  /** It cannot. */
  record Failed(Refusal refusal) implements ReleaseCompilation {}

  static ReleaseCompilation of(Version version) {
    DmnModel model;
    try {
      model = DmnModel.compile(DmnDocument.read(version.dmn()));
    } catch (UnreadableModelException unreadable) {
      return new Failed(
          refusal(unreadable.message(Locale.CHINESE), unreadable.message(Locale.ENGLISH)));
    }
    if (model.document().decision(version.contract().entry()).isEmpty()) {
      return new Failed(
          refusal(
              "模型中没有入口决策“" + version.contract().entry() + "”。",
              "the model has no entry decision `" + version.contract().entry() + "`."));
    }
    List<Diagnostic> errors =
        model.problems().stream().filter(p -> p.severity() == Severity.ERROR).toList();
    return errors.isEmpty()
        ? new Compiled(BigDecimal.valueOf(model.compiledShare()))
        : new Failed(refusal(text(errors, Locale.CHINESE), text(errors, Locale.ENGLISH)));
  }

  private static Refusal refusal(String zh, String en) {
    return new Refusal(
        "DOES_NOT_COMPILE", "该版本无法编译：" + zh, "The version cannot be compiled: " + en);
  }

  private static String text(List<Diagnostic> errors, Locale locale) {
    return errors.stream().map(e -> e.message(locale)).collect(Collectors.joining(" "));
  }
}
