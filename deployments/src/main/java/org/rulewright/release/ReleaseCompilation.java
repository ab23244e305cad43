package org.rulewright.release;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulewright.asset.Refusal;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Severity;
import org.rulewright.dmn.DmnCheck;
import org.rulewright.version.CompiledVersion;
import org.rulewright.version.UsedValues;
import org.rulewright.version.Version;
import org.rulewright.version.VersionCompiler;
import org.rulewright.xml.UnreadableModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a version can be decided by at all: asked before it is released, not at the first call.
 */
sealed interface ReleaseCompilation {

  Logger LOG = LoggerFactory.getLogger(ReleaseCompilation.class);
  Set<String> NEVER_WORKS = Set.of("dmn.engine", "dmn.unknown-decision");
  OffsetDateTime ANY_TIME = OffsetDateTime.parse("2026-01-01T00:00:00Z");

  /** It can. */
  record Compiled(BigDecimal share) implements ReleaseCompilation {}

  /** It cannot. */
  record Failed(Refusal refusal) implements ReleaseCompilation {}

  static ReleaseCompilation of(Version version, VersionCompiler compiler) {
    try (var compiled = compiler.compile(version)) {
      return of(compiled);
    } catch (UnreadableModelException unreadable) {
      return new Failed(
          refusal(unreadable.message(Locale.CHINESE), unreadable.message(Locale.ENGLISH)));
    } catch (UncheckedIOException | IllegalStateException damaged) {
      LOG.error("what version {} pins cannot be read", version.digest(), damaged);
      return new Failed(
          refusal(
              "它引用的查询表的文件已丢失或被改动。", "the file of a look-up table it uses is gone or was changed."));
    }
  }

  private static ReleaseCompilation of(CompiledVersion compiled) {
    List<Diagnostic> errors = problems(compiled);
    return errors.isEmpty()
        ? new Compiled(BigDecimal.valueOf(compiled.compiledShare()))
        : new Failed(refusal(text(errors, Locale.CHINESE), text(errors, Locale.ENGLISH)));
  }

  private static List<Diagnostic> problems(CompiledVersion compiled) {
    List<Diagnostic> found = new ArrayList<>(compiled.problems());
    var contract = compiled.source().contract();
    String entry = compiled.source().startsWithFlow() ? null : contract.entry();
    found.addAll(
        DmnCheck.check(compiled.documents(), contract.schema(), entry, compiled.lookups()));
    if (found.stream().noneMatch(ReleaseCompilation::isError)
        && tried(compiled) instanceof Outcome.Failed failed) {
      failed.problems().stream()
          .filter(problem -> NEVER_WORKS.contains(problem.code()))
          .forEach(found::add);
    }
    return found.stream().filter(ReleaseCompilation::isError).distinct().toList();
  }

  // Engines compile when they first decide. The facts are missing, so that most failures of the
  // trial mean nothing; some mean that no facts would help.
  private static Outcome tried(CompiledVersion compiled) {
    return compiled.evaluate(Facts.NONE, ANY_TIME, false, UsedValues.fresh());
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
