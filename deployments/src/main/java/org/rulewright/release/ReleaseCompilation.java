package org.rulewright.release;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.rulewright.asset.Reason;
import org.rulewright.asset.Refusal;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Severity;
import org.rulewright.decisiontable.analysis.Limits;
import org.rulewright.decisiontable.analysis.TableAnalysis;
import org.rulewright.dmn.DmnCheck;
import org.rulewright.dmn.ModelFindings;
import org.rulewright.ruleflow.Callees;
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
  Limits PAIRS_ONLY = new Limits(Duration.ofSeconds(6), Duration.ZERO, Duration.ZERO);
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
    // a text that is refused is not parsed: it was refused for what parsing it would cost
    if (found.stream().noneMatch(it -> it.code().startsWith("dmn.text-too-"))) {
      found.addAll(exactly(compiled));
    }
    if (found.stream().noneMatch(ReleaseCompilation::isError)
        && tried(compiled) instanceof Outcome.Failed failed) {
      failed.problems().stream()
          .filter(problem -> NEVER_WORKS.contains(problem.code()))
          .forEach(found::add);
    }
    return found.stream().filter(ReleaseCompilation::isError).distinct().toList();
  }

  /**
   * What the exact checks find: a version may be older than they are.
   *
   * <p>Of a table only its pairs of rules can be an error, so nothing else is looked at.
   */
  private static List<Diagnostic> exactly(CompiledVersion compiled) {
    var source = compiled.source();
    var contract = source.contract();
    List<Diagnostic> found = new ArrayList<>();
    Set<String> told = contract.reasons().stream().map(Reason::code).collect(Collectors.toSet());
    ModelFindings.of(
            source.dmn(),
            contract.schema(),
            told,
            table -> TableAnalysis.of(table, contract.schema(), PAIRS_ONLY))
        .forEach(it -> found.add(it.diagnostic()));
    var flow = source.flow();
    if (flow != null) {
      found.addAll(BpmnFlow.check(flow, contract.schema(), Callees.of(compiled.callees())));
    }
    return found;
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
