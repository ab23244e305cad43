package org.rulewright.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rulewright.SharedMaterial;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactSchema;
import org.rulewright.ruleflow.FlowCompilation;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;
import org.rulewright.xml.XmlWriter;
import org.w3c.dom.Element;

/** Every BPMN file of other people: what can run, what cannot and why, and that nothing is lost. */
class BpmnFilesTest {

  private static final FactSchema NO_FACTS = new FactSchema(List.of());

  private static List<Path> files() {
    return Stream.concat(
            SharedMaterial.files("models/bpmn", ".bpmn").stream(),
            SharedMaterial.files("models/bpmn", ".bpmn2").stream())
        .toList();
  }

  private static BpmnDocument read(Path file) {
    try {
      return BpmnDocument.read(Files.readAllBytes(file));
    } catch (IOException | UnreadableModelException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  @TestFactory
  Stream<DynamicTest> exportEqualsImport() {
    var files = files();
    assertThat(files).hasSizeGreaterThan(60);
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(file.getFileName().toString(), () -> keepsEverything(file)));
  }

  private static void keepsEverything(Path file) throws Exception {
    var bytes = Files.readAllBytes(file);
    var document = BpmnDocument.read(bytes);
    assertThat(document.bytes()).isEqualTo(bytes);
    // what is kept is what was written: the tree, written again and read again, is the same tree
    var again = BpmnDocument.read(XmlWriter.write(SecureXml.read(bytes)).getBytes("UTF-8"));
    assertSame(document.root(), again.root());
  }

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

  @Test
  void everyFileSaysPreciselyWhyItCannotRun() {
    Map<String, Integer> filesByCode = new TreeMap<>();
    int refused = 0;
    int runnable = 0;
    for (var file : files()) {
      var document = read(file);
      List<Diagnostic> found =
          BpmnFlow.check(document, NO_FACTS, reference -> java.util.Optional.empty());
      found.forEach(it -> {
        assertThat(it.message(Locale.ENGLISH)).as(it.code()).doesNotContain("{");
        assertThat(it.message(Locale.CHINESE)).as(it.code()).doesNotContain("{");
      });
      found.stream()
          .map(Diagnostic::code)
          .distinct()
          .forEach(code -> filesByCode.merge(code, 1, Integer::sum));
      refused += BpmnFlow.refusals(document).isEmpty() ? 0 : 1;
      runnable +=
          BpmnFlow.compile(document, NO_FACTS, DecisionSource.NONE)
                  instanceof FlowCompilation.Compiled
              ? 1
              : 0;
    }
    // none was drawn for this product: each holds code, people, messages, or tasks bound to nothing
    assertThat(refused).isEqualTo(70);
    assertThat(runnable).isZero();
    assertThat(filesByCode)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("bpmn.runs-code", 42),
                Map.entry("bpmn.waits", 49),
                Map.entry("bpmn.plain-task", 30),
                Map.entry("bpmn.not-supported", 20),
                Map.entry("bpmn.several-processes", 18),
                Map.entry("bpmn.not-executable", 16),
                Map.entry("bpmn.extension", 9),
                Map.entry("bpmn.language", 5),
                Map.entry("bpmn.import", 5),
                Map.entry("bpmn.repeats", 2),
                Map.entry("bpmn.call-mapping", 4)));
  }

  @Test
  void codeIsFoundInEveryFileThatHoldsIt() throws Exception {
    for (var file : files()) {
      var text = Files.readString(file);
      boolean code =
          text.contains("camunda:class=")
              || text.contains("scriptFormat=")
              || text.contains("executionListener ")
              || text.contains("taskListener ")
              || text.contains("camunda:connector>")
              || text.contains("${")
              || text.contains("#{");
      if (code) {
        assertThat(BpmnFlow.refusals(read(file)))
            .as(file.getFileName().toString())
            .extracting(Diagnostic::code)
            .contains("bpmn.runs-code");
      }
    }
  }
}
