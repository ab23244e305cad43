package org.rulewright.ui.strategy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.xml.UnreadableModelException;

class ImportedFileTest {

  private static final String TREE =
      """
      <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
        <DataDictionary>
          <DataField name="income" optype="continuous" dataType="double"/>
        </DataDictionary>
        <TreeModel modelName="Offer" functionName="regression">
          <MiningSchema><MiningField name="income"/></MiningSchema>
          <Output><OutputField name="limit"/><OutputField name="w" feature="warning"/></Output>
          <Node id="0"><True/>
            <Node id="1" score="0">
              <SimplePredicate field="income" operator="lessThan" value="1000"/>
            </Node>
            <Node id="2" score="500">
              <SimplePredicate field="income" operator="greaterOrEqual" value="1000"/>
            </Node>
          </Node>
        </TreeModel>
      </PMML>
      """;

  @Test
  void aPmmlTreeBecomesAModelThatHoldsTheTree() throws UnreadableModelException {
    var read = (ImportedFile.Read) ImportedFile.of(TREE.getBytes(UTF_8), Locale.ENGLISH);

    var model = DmnDocument.read(read.file());
    assertThat(read.name()).isEqualTo("Offer");
    assertThat(model.trees()).hasSize(1);
    assertThat(model.inputs()).extracting(it -> it.name()).containsExactly("income");
    assertThat(read.remarks()).hasSize(1).first().asString().contains("`w`");
  }

  @Test
  void whatCannotBeRepresentedIsRefusedInTheLanguageOfTheReader() {
    var forest = TREE.replace("TreeModel", "MiningModel").getBytes(UTF_8);

    assertThat(ImportedFile.of(forest, Locale.SIMPLIFIED_CHINESE))
        .isInstanceOfSatisfying(
            ImportedFile.Refused.class, it -> assertThat(it.reason()).contains("模型集成"));
  }

  @Test
  void aFlowIsTakenAsItIsWithWhatKeepsItFromRunning() {
    var flow =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"
            targetNamespace="urn:x">
          <process id="p" name="Fast lane">
            <startEvent id="s"/>
            <scriptTask id="t" name="Work" scriptFormat="js"><script>1</script></scriptTask>
            <sequenceFlow id="f" sourceRef="s" targetRef="t"/>
          </process>
        </definitions>
        """
            .getBytes(UTF_8);

    var read = (ImportedFile.Read) ImportedFile.of(flow, Locale.ENGLISH);

    assertThat(read.file()).isEqualTo(flow);
    assertThat(read.name()).isEqualTo("Fast lane");
    assertThat(read.remarks()).isNotEmpty().first().asString().contains("Work");
  }

  @Test
  void aDocumentTypeIsRefusedWhateverTheFileIs() {
    var hostile = "<!DOCTYPE PMML [<!ENTITY a \"b\">]><PMML>&a;</PMML>".getBytes(UTF_8);

    assertThat(ImportedFile.of(hostile, Locale.ENGLISH)).isInstanceOf(ImportedFile.Refused.class);
  }
}
