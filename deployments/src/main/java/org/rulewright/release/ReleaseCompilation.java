package org.rulewright.release;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulewright.asset.Refusal;
import org.rulewright.asset.StrategyContract;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Severity;
import org.rulewright.dmn.DmnCheck;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.rulewright.version.Version;
import org.rulewright.xml.UnreadableModelException;

/**
 * Whether a version can be decided by at all: asked before it is released, not at the first call.
 */
sealed interface ReleaseCompilation {

  Set<String> NEVER_WORKS = Set.of("dmn.engine", "dmn.unknown-decision");
  OffsetDateTime ANY_TIME = OffsetDateTime.parse("2026-01-01T00:00:00Z");

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
    List<Diagnostic> errors = problems(model, version.contract());
    return errors.isEmpty()
        ? new Compiled(BigDecimal.valueOf(model.compiledShare()))
        : new Failed(refusal(text(errors, Locale.CHINESE), text(errors, Locale.ENGLISH)));
  }

  private static List<Diagnostic> problems(DmnModel model, StrategyContract contract) {
    List<Diagnostic> found = new ArrayList<>(model.problems());
    found.addAll(DmnCheck.check(model.document(), contract.schema(), contract.entry()));
    if (found.stream().noneMatch(ReleaseCompilation::isError)
        && tried(model, contract) instanceof Outcome.Failed failed) {
      failed.problems().stream()
          .filter(problem -> NEVER_WORKS.contains(problem.code()))
          .forEach(found::add);
    }
    return found.stream().filter(ReleaseCompilation::isError).distinct().toList();
  }

  // Engines compile when they first decide. The facts are missing, so that most failures of the
  // trial mean nothing; some mean that no facts would help.
  private static Outcome tried(DmnModel model, StrategyContract contract) {
    return model.evaluate(contract.entry(), Facts.NONE, ANY_TIME, false);
  }

  private static boolean isError(Diagnostic problem) {
    return problem.severity() == Severity.ERROR;
  }

  private static Refusal refusal(String zh, String en) {
    return new Refusal(
        "DOES_NOT_COMPILE", "该版本无法编译：" + zh, "The version cannot be compiled: " + en);
  }

  private static String text(List<Diagnostic> errors, Locale locale) {
    return errors.stream().map(e -> e.message(locale)).collect(Collectors.joining(" "));
  }
}
