package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulewright.SharedMaterial;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontree.ImportedTree;
import org.rulewright.decisiontree.PmmlTree;
import org.rulewright.decisiontree.TreeDefinition;
import org.rulewright.xml.UnreadableModelException;

/** TreeModels of PMML become trees that decide as PMML says, by every engine. */
class PmmlTreeTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  @ParameterizedTest
  @ValueSource(strings = {"sba-tree", "german-tree"})
  void aTrainedTreeScoresAsExpected(String name) throws Exception {
    Path folder = SharedMaterial.folder("models/credit-selfmade");
    var tree = read(Files.readAllBytes(folder.resolve(name + ".pmml")));
    var model = DmnModel.compile(TreeForm.model(tree));
    List<String> lines = Files.readAllLines(folder.resolve(name + ".expected.csv"));
    List<String> header = List.of(lines.getFirst().split(","));
    int compared = 0;
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = List.of(line.split(","));
      Map<String, Object> facts = new LinkedHashMap<>();
      for (int i = 0; i < cells.size() - 2; i++) {
        facts.put(header.get(i), new BigDecimal(cells.get(i)));
      }
      for (var engine : List.of(EngineChoice.COMPILED, EngineChoice.KIE)) {
        if (engine == EngineChoice.KIE && compared >= 20) {
          continue;
        }
        var result = context(model, tree, facts, engine);
        assertThat(number(result.get("probability_1")))
            .isCloseTo(Double.parseDouble(cells.getLast()), within(1e-6));
        assertThat(number(result.get("predicted_default")))
            .isEqualTo(Double.parseDouble(cells.get(cells.size() - 2)));
      }
      compared++;
    }
    assertThat(compared).isEqualTo(200);
    assertThat(model.compiledShare()).isEqualTo(1);
  }

  @Test
  void conditionsOnSeveralFieldsBecomeSeveralSplits() throws Exception {
    for (Path file : SharedMaterial.files("models/pmml", "test_tree.pmml")) {
      var tree = read(Files.readAllBytes(file));
      var model = DmnModel.compile(TreeForm.model(tree));
      // the second of the files declares which values are valid: 5 and 8 are in both
      assertThat(value(model, tree, Map.of("temperature", big("30"), "humidity", big("60"))))
          .isIn("umbrella", null);
      assertThat(value(model, tree, Map.of("temperature", big("30"), "humidity", big("10"))))
          .isEqualTo("sunglasses");
      assertThat(value(model, tree, Map.of("temperature", big("5"), "humidity", big("8"))))
          .isEqualTo("nothing");
      // what is missing makes its conditions false, and the last child is always true
      assertThat(value(model, tree, Map.of("temperature", big("30")))).isEqualTo("nothing");
      assertThat(value(model, tree, Map.of())).isEqualTo("nothing");
    }
  }

  @Test
  void everyOtherFileIsRefusedWithAReason() throws IOException {
    List<Path> files = new ArrayList<>(SharedMaterial.files("models/pmml", ".pmml"));
    files.addAll(SharedMaterial.files("models/credit-selfmade", ".pmml"));
    for (Path file : files) {
      try {
        var result = PmmlTree.read(Files.readAllBytes(file), "t", "");
        boolean tree = file.toString().contains("tree.pmml");
        assertThat(result instanceof ImportedTree.Read).as(file.toString()).isEqualTo(tree);
        if (result instanceof ImportedTree.Refused(List<Diagnostic> problems)) {
          assertThat(problems).isNotEmpty();
          problems.forEach(it -> assertThat(it.message(Locale.ENGLISH)).isNotBlank());
        }
      } catch (UnreadableModelException e) {
        throw new AssertionError(file.toString(), e);
      }
    }
  }

  /** The example of the standard's text on missing values. */
  @ParameterizedTest
  @CsvSource({
    "none,               returnNullPrediction, ,      no play",
    "none,               returnLastPrediction, ,      no play",
    "lastPrediction,     returnNullPrediction, ,      will play",
    "nullPrediction,     returnNullPrediction, ,      ",
    "defaultChild,       returnNullPrediction, rainy, may play",
    "defaultChild,       returnNullPrediction, sunny, no play",
  })
  void missingValuesTakeTheWayTheFilePrescribes(
      String strategy, String noTrue, @Nullable String child, @Nullable String expected)
      throws Exception {
    var tree =
        read(
            golf(
                """
                missingValueStrategy="%s" noTrueChildStrategy="%s"\
                """
                    .formatted(strategy, noTrue),
                child == null ? "" : " defaultChild=\"" + child + "\"",
                strategy.equals("none")
                    ? "<Node id=\"else\" score=\"no play\"><True/></Node>"
                    : ""));
    var model = DmnModel.compile(TreeForm.model(tree));

    assertThat(value(model, tree, Map.of("humidity", big("90")))).isEqualTo(expected);
    assertThat(value(model, tree, Map.of("outlook", "rainy"))).isEqualTo("may play");
    assertThat(value(model, tree, Map.of("outlook", "sunny", "humidity", big("80"))))
        .isEqualTo("no play");
  }

  @Test
  void withoutAChildThatIsTrueThereIsNoPredictionOrTheLastOne() throws Exception {
    var none = read(golf("noTrueChildStrategy=\"returnNullPrediction\"", "", ""));
    var last = read(golf("noTrueChildStrategy=\"returnLastPrediction\"", "", ""));

    assertThat(value(DmnModel.compile(TreeForm.model(none)), none, Map.of("outlook", "snow")))
        .isNull();
    assertThat(value(DmnModel.compile(TreeForm.model(last)), last, Map.of("outlook", "snow")))
        .isEqualTo("will play");
  }

  @Test
  void aSurrogateStandsInForWhatIsMissing() throws Exception {
    var tree =
        read(
            model(
                "",
                """
                <Node id="0" score="root"><True/>
                  <Node id="1" score="wet">
                    <CompoundPredicate booleanOperator="surrogate">
                      <SimplePredicate field="humidity" operator="greaterThan" value="50"/>
                      <SimplePredicate field="outlook" operator="equal" value="rainy"/>
                      <False/>
                    </CompoundPredicate>
                  </Node>
                  <Node id="2" score="dry"><True/></Node>
                </Node>
                """));
    var model = DmnModel.compile(TreeForm.model(tree));

    assertThat(value(model, tree, Map.of("humidity", big("60")))).isEqualTo("wet");
    assertThat(value(model, tree, Map.of("humidity", big("40"), "outlook", "rainy")))
        .isEqualTo("dry");
    assertThat(value(model, tree, Map.of("outlook", "rainy"))).isEqualTo("wet");
    assertThat(value(model, tree, Map.of())).isEqualTo("dry");
  }

  @Test
  void whatCannotBeRepresentedIsNamed() throws Exception {
    assertThat(problem(golf("missingValueStrategy=\"weightedConfidence\"", "", "")))
        .isEqualTo("TreeModel: missingValueStrategy = `weightedConfidence` cannot be represented");
    assertThat(
            problem(
                model(
                    "",
                    """
                    <Node id="0" score="a"><SimplePredicate field="log" operator="isMissing"/></Node>
                    """)))
        .isEqualTo("field `log` is not in the data dictionary: declare it there");
    assertThat(problem(model("", "<Node id=\"7\"><True/></Node>")))
        .isEqualTo("node `7` predicts nothing: it has neither a score nor a score distribution");
  }

  @Test
  void aDocumentTypeIsNeverRead() {
    var hostile =
        """
        <!DOCTYPE PMML SYSTEM "http://127.0.0.1:9/evil.dtd"><PMML version="4.4"/>
        """;
    assertThatThrownBy(() -> PmmlTree.read(DmnSamples.bytes(hostile), "t", ""))
        .isInstanceOf(UnreadableModelException.class)
        .hasMessageContaining("DOCTYPE");
  }

  private static String problem(byte[] file) throws UnreadableModelException {
    return PmmlTree.read(file, "t", "") instanceof ImportedTree.Refused(var problems)
        ? problems.getFirst().message(Locale.ENGLISH)
        : "read";
  }

  private static byte[] golf(String attributes, String defaultChild, String more) {
    return model(
        attributes,
        """
        <Node id="root" score="will play"%s><True/>
          <Node id="sunny" score="maybe">
            <SimplePredicate field="outlook" operator="equal" value="sunny"/>
            <Node id="humid" score="no play">
              <SimplePredicate field="humidity" operator="greaterOrEqual" value="80"/>
            </Node>
            <Node id="dry" score="will play">
              <SimplePredicate field="humidity" operator="lessThan" value="80"/>
            </Node>
          </Node>
          <Node id="rainy" score="may play">
            <SimpleSetPredicate field="outlook" booleanOperator="isIn">
              <Array type="string" n="2">rainy "over cast"</Array>
            </SimpleSetPredicate>
          </Node>
          %s
        </Node>
        """
            .formatted(defaultChild, more)
            .replace(
                "score=\"maybe\">",
                defaultChild.isEmpty()
                    ? "score=\"maybe\">"
                    : "score=\"maybe\" defaultChild=\"same\">")
            .replace(
                "<Node id=\"humid\"",
                defaultChild.isEmpty()
                    ? "<Node id=\"humid\""
                    : "<Node id=\"same\" score=\"maybe\"><False/></Node><Node id=\"humid\""));
  }

  private static byte[] model(String attributes, String nodes) {
    return """
    <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
      <DataDictionary>
        <DataField name="outlook" optype="categorical" dataType="string"/>
        <DataField name="humidity" optype="continuous" dataType="double"/>
        <DataField name="play" optype="categorical" dataType="string"/>
      </DataDictionary>
      <TreeModel modelName="golf" functionName="classification" %s>
        <MiningSchema>
          <MiningField name="outlook"/><MiningField name="humidity"/>
          <MiningField name="play" usageType="target"/>
        </MiningSchema>
        %s
      </TreeModel>
    </PMML>
    """
        .formatted(attributes, nodes)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static TreeDefinition read(byte[] file) throws UnreadableModelException {
    return switch (PmmlTree.read(file, "tree", "Tree")) {
      case ImportedTree.Read(var tree, _) -> tree;
      case ImportedTree.Refused(var problems) -> throw new AssertionError(problems);
    };
  }

  private static BigDecimal big(String number) {
    return new BigDecimal(number);
  }

  private static double number(@Nullable Object value) {
    return value instanceof BigDecimal decimal ? decimal.doubleValue() : Double.NaN;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> context(
      DmnModel model, TreeDefinition tree, Map<String, Object> facts, EngineChoice engine) {
    var outcome = model.evaluate(tree.name(), Facts.of(facts), AS_OF, true, engine);
    assertThat(outcome).isInstanceOf(Outcome.Decided.class);
    return outcome instanceof Outcome.Decided(var value, _) && value != null
        ? (Map<String, Object>) value
        : Map.of();
  }

  /** What both engines say; a tree with one output says it bare. */
  private static @Nullable Object value(
      DmnModel model, TreeDefinition tree, Map<String, Object> facts) {
    var ours = model.evaluate(tree.name(), Facts.of(facts), AS_OF, true);
    var theirs = model.evaluate(tree.name(), Facts.of(facts), AS_OF, true, EngineChoice.KIE);
    assertThat(ours).isInstanceOf(Outcome.Decided.class);
    assertThat(((Outcome.Decided) theirs).value()).isEqualTo(((Outcome.Decided) ours).value());
    return ((Outcome.Decided) ours).value();
  }
}
