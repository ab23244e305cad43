package org.rulewright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.rulewright.SharedMaterial;
import org.rulewright.decision.Diagnostic;

/** Model files of tests, and what opening them came to. */
final class TestModels {

  static final List<String> CREDIT =
      List.of(
          "german-gbm",
          "german-logit",
          "german-rf",
          "german-tree",
          "sba-gbm",
          "sba-logit",
          "sba-rf",
          "sba-tree");

  private TestModels() {}

  static Path credit(String file) {
    return SharedMaterial.folder("models/credit-selfmade").resolve(file);
  }

  static ExpectedScores expected(String name) {
    try {
      var text = Files.readString(credit(name + ".expected.csv"));
      return ((ExpectedScores.Reading.Read) ExpectedScores.read(text)).scores();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ScoringModel credit(String name, ModelFormat format) {
    return opened(
        bytes(credit(name + "." + format.name().toLowerCase(Locale.ROOT))),
        format,
        expected(name).features());
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OpenResult open(byte[] bytes, ModelFormat format, List<String> features) {
    return open(bytes, format, features, ModelLimits.DEFAULT);
  }

  static OpenResult open(
      byte[] bytes, ModelFormat format, List<String> features, ModelLimits limits) {
    return ScoringModels.open(bytes, ScoringModels.digest(bytes), format, limits, features);
  }

  static ScoringModel opened(byte[] bytes, ModelFormat format, List<String> features) {
    return opened(open(bytes, format, features));
  }

  static ScoringModel opened(OpenResult result) {
    assertThat(result).as(() -> messages(result).toString()).isInstanceOf(OpenResult.Opened.class);
    return ((OpenResult.Opened) result).model();
  }

  static ScoringModel pmml(String text) {
    return opened(text.getBytes(StandardCharsets.UTF_8), ModelFormat.PMML, List.of());
  }

  static List<String> refusals(OpenResult result) {
    return result instanceof OpenResult.Refused refused
        ? refused.problems().stream().map(Diagnostic::code).toList()
        : List.of();
  }

  static List<String> messages(OpenResult result) {
    return result instanceof OpenResult.Refused refused
        ? refused.problems().stream().map(it -> it.message(Locale.ENGLISH)).toList()
        : List.of();
  }

  static List<String> failures(ModelScore score) {
    return score instanceof ModelScore.Failed failed
        ? failed.problems().stream().map(Diagnostic::code).toList()
        : List.of();
  }
}
