package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rulewright.SharedMaterial;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

class DmnRoundTripTest {

  private static final int FLOOR = 100;

  @TestFactory
  Stream<DynamicTest> everyRealModelKeepsEverything() {
    List<Path> files = SharedMaterial.files("models/dmn", ".dmn");
    assertThat(files).hasSizeGreaterThan(FLOOR);
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> keepsEverything(Files.readAllBytes(file))));
  }

  @TestFactory
  Stream<DynamicTest> everyConformanceModelKeepsEverything() {
    return SharedMaterial.files("conformance/dmn-tck", ".dmn").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> keepsEverything(Files.readAllBytes(file))));
  }

  @Test
  void unknownExtensionElementsAndCommentsStay() throws Exception {
    var document =
        DmnSamples.document(
            "<!-- by hand -->",
            "<extensionElements><x:odd xmlns:x=\"urn:x\" x:a=\"1\">  two <b/> words </x:odd></extensionElements>");

    var xml = new String(document.normalised().bytes(), java.nio.charset.StandardCharsets.UTF_8);

    assertThat(xml)
        .contains("<!-- by hand -->")
        .contains("x:a=\"1\"")
        .contains(">  two <b/> words <");
  }

  @Test
  void elementsWithoutIdsGetTheSameOnesEveryTime() throws Exception {
    var rule =
        "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>";
    var document =
        DmnSamples.document(
            "<decision name=\"d\"><decisionTable><input><inputExpression><text>a</text></inputExpression></input><output/>"
                + rule
                + rule
                + "</decisionTable></decision>");

    var normalised = document.normalised();

    assertThat(normalised.tables().getFirst().rules())
        .extracting("id")
        .containsExactly("rw_rule_1", "rw_rule_2");
    assertThat(normalised.normalised().bytes()).isEqualTo(normalised.bytes());
    assertThat(document.tables()).isEqualTo(normalised.tables());
  }

  @Test
  void theLayoutOfTheFileDoesNotChangeItsNormalForm() throws Exception {
    var text = DmnSamples.model(DmnSamples.input("a", "number"));
    var one = DmnDocument.read(DmnSamples.bytes(text)).normalised();
    var two = DmnDocument.read(DmnSamples.bytes(text.replace("\n", "\n   \n"))).normalised();

    assertThat(one.bytes()).isEqualTo(two.bytes());
  }

  @Test
  void widePunctuationBecomesAsciiOutsideOfStringsAndNames() {
    assertThat(FeelTexts.normalise(" ＞＝10 ", List.of())).isEqualTo(">=10");
    assertThat(FeelTexts.normalise("“高，中”，“低”", List.of())).isEqualTo("\"高，中\",\"低\"");
    assertThat(FeelTexts.normalise("\"a（b）“c”\"", List.of())).isEqualTo("\"a（b）“c”\"");
    assertThat(FeelTexts.normalise("［1..2］", List.of())).isEqualTo("[1..2]");
    assertThat(FeelTexts.normalise("销售额（万元）＞5", List.of("销售额（万元）"))).isEqualTo("销售额（万元）>5");
  }

  private static void keepsEverything(byte[] bytes) throws UnreadableModelException {
    var document = DmnDocument.read(bytes);
    assertThat(document.bytes()).isEqualTo(bytes);
    var normalised = document.normalised();
    var again = DmnDocument.read(normalised.bytes());
    assertSame(document.root(), again.root());
    assertThat(again.normalised().bytes()).isEqualTo(normalised.bytes());
  }

  /** Equal in elements, attributes and meaningful text; ids that were missing may have come. */
  private static void assertSame(Element left, Element right) {
    assertThat(right.getTagName()).isEqualTo(left.getTagName());
    assertThat(right.getNamespaceURI()).isEqualTo(left.getNamespaceURI());
    var attributes = left.getAttributes();
    assertThat(right.getAttributes().getLength()).isEqualTo(attributes.getLength());
    for (int i = 0; i < attributes.getLength(); i++) {
      assertThat(right.getAttribute(attributes.item(i).getNodeName()))
          .isEqualTo(attributes.item(i).getNodeValue());
    }
    var children = Xml.children(left);
    var others = Xml.children(right);
    assertThat(others).hasSameSizeAs(children);
    if (children.isEmpty()) {
      assertThat(right.getTextContent().strip()).isEqualTo(left.getTextContent().strip());
    }
    for (int i = 0; i < children.size(); i++) {
      assertSame(children.get(i), others.get(i));
    }
  }
}
