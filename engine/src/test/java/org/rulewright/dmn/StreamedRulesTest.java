package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulewright.SharedMaterial;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;

/** A large model, whose rules are read past its tree, is the same model as in its tree. */
class StreamedRulesTest {

  private static final String MODEL =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="m" namespace="n">
        <decision id="d" name="d"><variable name="d"/>
          <decisionTable id="t" hitPolicy="FIRST">
            <input><inputExpression><text>a</text></inputExpression></input>
            <output name="o"/>
            %s
          </decisionTable>
        </decision>
      </definitions>
      """;

  private static final String RULE =
      "<rule><inputEntry><text>&lt; 5</text></inputEntry>"
          + "<outputEntry><text>1</text></outputEntry></rule>";

  @Test
  void readsEveryFileOfTheSharedMaterialAsItsTreeDoes() throws IOException {
    int streamed = 0;
    for (var file : SharedMaterial.files("models/dmn", ".dmn")) {
      byte[] bytes = Files.readAllBytes(file);
      Optional<DmnDocument> whole = read(bytes, Integer.MAX_VALUE);
      Optional<DmnDocument> past = read(bytes, 0);

      assertThat(past.isPresent()).as(file.toString()).isEqualTo(whole.isPresent());
      if (whole.isPresent()) {
        assertSame(past.get(), whole.get());
        streamed += past.get().lean() == past.get() ? 0 : 1;
      }
    }
    assertThat(streamed).isPositive();
  }

  @Test
  void givesMissingIdsAsTheTreeDoes() throws UnreadableModelException {
    byte[] bytes =
        model(RULE + RULE.replace("<rule>", "<rule id=\"rw_rule_1\">") + RULE + RULE)
            .getBytes(StandardCharsets.UTF_8);

    var past = DmnDocument.read(bytes, 0);

    assertSame(past, DmnDocument.read(bytes));
    assertThat(past.tables().getFirst().rules()).extracting(it -> it.id()).hasSize(4);
    assertThat(past.lean()).isNotSameAs(past);
  }

  @Test
  void readsAnEmptyInputCellAsADash() throws UnreadableModelException {
    var bytes =
        model(RULE.replace("<text>&lt; 5</text>", "<text> </text>"))
            .getBytes(StandardCharsets.UTF_8);

    assertSame(DmnDocument.read(bytes, 0), DmnDocument.read(bytes));
    assertThat(DmnDocument.read(bytes, 0).tables().getFirst().rules().getFirst().inputs())
        .singleElement()
        .extracting(it -> it.text())
        .isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rule expressionLanguage='x'>",
        "<rule id='t'>",
        "<rule><extensionElements/>",
        "<rule><!-- a word -->",
        "<rule xmlns:x='urn:x'>",
        "<rule><inputEntry expressionLanguage='java'/>"
      })
  void isReadWholeWhereARuleIsUnusual(String start) throws UnreadableModelException {
    byte[] bytes = model(RULE + RULE.replace("<rule>", start)).getBytes(StandardCharsets.UTF_8);

    var document = DmnDocument.read(bytes, 0);

    assertThat(document.lean()).isSameAs(document);
    assertSame(document, DmnDocument.read(bytes));
  }

  @Test
  void findsWhatIsRefusedInARule() throws UnreadableModelException {
    byte[] bytes =
        model(
                RULE.replace(
                    "&lt; 5",
                    "(function(x) external {java: {class: \"C\", method signature: \"m\"}})(1)"))
            .getBytes(StandardCharsets.UTF_8);

    var problems = DmnModel.compile(DmnDocument.read(bytes, 0)).problems();

    assertThat(problems).isEqualTo(DmnModel.compile(DmnDocument.read(bytes)).problems());
    assertThat(problems).extracting(it -> it.code()).contains("dmn.external-function");
  }

  @Test
  void saysWhereARuleIsNotXml() {
    byte[] bytes = model(RULE + "<rule><inputEntry></rule>").getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> DmnDocument.read(bytes, 0))
        .isInstanceOf(UnreadableModelException.class)
        .usingRecursiveComparison()
        .comparingOnlyFields("line", "column", "reason")
        .isEqualTo(refusal(bytes));
  }

  private static UnreadableModelException refusal(byte[] bytes) {
    try {
      DmnDocument.read(bytes);
      throw new AssertionError("the model was read");
    } catch (UnreadableModelException e) {
      return e;
    }
  }

  private static Optional<DmnDocument> read(byte[] bytes, int large) {
    try {
      return Optional.of(DmnDocument.read(bytes, large));
    } catch (UnreadableModelException refused) {
      return Optional.empty();
    }
  }

  private static String model(String rules) {
    return MODEL.formatted(rules);
  }

  private static void assertSame(DmnDocument past, DmnDocument whole) {
    for (var document : java.util.List.of(past, past.lean())) {
      assertThat(document.bytes()).isEqualTo(whole.bytes());
      assertThat(document.version()).isEqualTo(whole.version());
      assertThat(document.name()).isEqualTo(whole.name());
      assertThat(document.namespace()).isEqualTo(whole.namespace());
      assertThat(document.decisions()).isEqualTo(whole.decisions());
      assertThat(document.inputs()).isEqualTo(whole.inputs());
      assertThat(document.tables()).isEqualTo(whole.tables());
      for (var table : TableSheet.plainTables(whole)) {
        assertThat(TableSheet.of(document, table.id())).isEqualTo(TableSheet.of(whole, table.id()));
      }
      assertThat(document.literals()).isEqualTo(whole.literals());
      assertThat(document.services()).isEqualTo(whole.services());
      assertThat(document.trees()).isEqualTo(whole.trees());
      assertThat(document.ruleSets()).isEqualTo(whole.ruleSets());
      assertThat(document.scorecards()).isEqualTo(whole.scorecards());
      assertThat(Refusals.of(document)).isEqualTo(Refusals.of(whole));
      assertThat(document.contents().drawn().problems())
          .isEqualTo(whole.contents().drawn().problems());
      assertThat(Xml.descendants(document.root()).stream().map(it -> Xml.attribute(it, "id")))
          .isEqualTo(
              Xml.descendants(whole.root()).stream().map(it -> Xml.attribute(it, "id")).toList());
    }
  }
}
