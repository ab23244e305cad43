package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rulewright.SharedMaterial;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** The open part of the DMN technology compatibility kit, run through our engine and the other. */
class DmnTckTest {

  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.UTC);

  /** Functions of Java are refused by design; the last folder is outside of the standard. */
  private static final List<String> LEFT_OUT = List.of("0076-feel-external-java", "non-compliant");

  /** What the reference engine itself does not decide as the standard says. */
  private static final int KNOWN_FAILURES = 2;

  /** The least share of the value cases of tables and literal expressions that runs compiled. */
  private static final double FLOOR = 0.75;

  /** The share for the whole kit, of which this is a part, is published as 826. */
  private static final int CAMUNDA_PER_MILLE = 850;

  @Test
  void ourEngineDecidesTheKitAsTheStandardSays() throws Exception {
    var score = run(EngineChoice.COMPILED);

    assertThat(score.passed())
        .as("%s", score)
        .isGreaterThanOrEqualTo(score.total() - KNOWN_FAILURES);
  }

  @Test
  void camundaReachesWhatIsPublishedOfIt() throws Exception {
    var score = run(EngineChoice.CAMUNDA);

    assertThat(score.passed() * 1000L / score.total())
        .as("%s", score)
        .isGreaterThanOrEqualTo(CAMUNDA_PER_MILLE);
  }

  @Test
  void mostOfTheTablesAndLiteralExpressionsRunCompiled() throws Exception {
    var share = new TckShare();
    for (var file : kit()) {
      var tests = tests(file);
      var model = model(file, tests);
      TckCase.of(tests).stream()
          .filter(TckCase::expectsValues)
          .forEach(test -> share.count(file, model, test, AS_OF));
    }
    System.out.println(share + (Boolean.getBoolean("rulewright.gaps") ? share.gaps() : ""));

    assertThat(share.ofTablesAndLiterals())
        .as("%s%s", share, share.gaps())
        .isGreaterThanOrEqualTo(FLOOR);
  }

  private static List<Path> kit() throws IOException {
    return SharedMaterial.files("conformance/dmn-tck", ".xml").stream()
        .filter(file -> LEFT_OUT.stream().noneMatch(file.toString()::contains))
        .toList();
  }

  private static Element tests(Path file) throws IOException, UnreadableModelException {
    return SecureXml.read(Files.readAllBytes(file)).getDocumentElement();
  }

  private static DmnModel model(Path file, Element tests)
      throws IOException, UnreadableModelException {
    var name = Xml.child(tests, "modelName").orElseThrow().getTextContent().strip();
    return DmnModel.compile(documents(file.resolveSibling(name)));
  }

  private static Score run(EngineChoice engine) throws IOException, UnreadableModelException {
    var score = new Score(engine);
    for (var file : kit()) {
      var tests = tests(file);
      var model = model(file, tests);
      TckCase.of(tests).forEach(test -> score.count(file, test, problem(model, test, engine)));
    }
    System.out.println(score);
    return score;
  }

  private static List<DmnDocument> documents(Path main)
      throws IOException, UnreadableModelException {
    var documents = new ArrayList<DmnDocument>();
    documents.add(DmnDocument.read(Files.readAllBytes(main)));
    try (var siblings = Files.newDirectoryStream(main.getParent(), "*.dmn")) {
      for (var sibling : siblings) {
        if (!sibling.equals(main)) {
          documents.add(DmnDocument.read(Files.readAllBytes(sibling)));
        }
      }
    }
    return documents;
  }

  /** What is wrong with the answers to a case, or null. */
  private static @Nullable String problem(DmnModel model, TckCase test, EngineChoice engine) {
    var facts = Facts.of(test.inputs());
    for (var expected : test.nodes()) {
      var outcome =
          test.service() == null
              ? model.evaluate(expected.name(), facts, AS_OF, false, engine)
              : model.evaluateService(test.service(), facts, AS_OF, false);
      if (!passes(expected, test, outcome)) {
        return expected.name()
            + ": expected "
            + expected.value()
            + (expected.error() ? " or an error" : "")
            + ", got "
            + outcome;
      }
    }
    return null;
  }

  private static boolean passes(TckCase.Expected expected, TckCase test, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed _ -> expected.error() || expected.value() == null;
      case Outcome.Decided(var value, _) when expected.error() -> value == null;
      case Outcome.Decided(var value, _)
          when test.service() != null
              && value instanceof Map<?, ?> outputs
              && outputs.containsKey(expected.name()) ->
          Likeness.alike(expected.value(), outputs.get(expected.name()));
      case Outcome.Decided(var value, _) -> Likeness.alike(expected.value(), value);
    };
  }

  private static final class Score {
    private final EngineChoice engine;
    private final List<String> failures = new ArrayList<>();
    private int passed;
    private int total;
    private int passedValues;
    private int values;

    Score(EngineChoice engine) {
      this.engine = engine;
    }

    void count(Path file, TckCase test, @Nullable String problem) {
      total++;
      passed += problem == null ? 1 : 0;
      values += test.expectsValues() ? 1 : 0;
      passedValues += test.expectsValues() && problem == null ? 1 : 0;
      if (problem != null) {
        failures.add(file.getFileName() + " " + test.id() + " " + problem);
      }
    }

    int passed() {
      return passed;
    }

    int total() {
      return total;
    }

    @Override
    public String toString() {
      return "DMN TCK, "
          + engine
          + ": "
          + passed
          + " of "
          + total
          + ", over cases that expect a value "
          + passedValues
          + " of "
          + values
          + (failures.isEmpty() || engine == EngineChoice.CAMUNDA
              ? ""
              : "\n  " + String.join("\n  ", failures));
    }
  }
}
