package org.rulewright.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.asset.StrategyFixtures.aPerson;
import static org.rulewright.asset.StrategyFixtures.anyStrategy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.CreateStrategyResult.Refused;
import org.rulewright.audit.Actor;
import org.rulewright.database.PostgresTest;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class StrategiesTest {

  private final Actor lin = aPerson("Lin");
  private AssetServices services;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    services = AssetServices.on(jdbc, transactions);
  }

  @Test
  void aNewStrategyBeginsWithATableThatAnswers() throws Exception {
    DraftRevision draft = ((Created) services.strategies().create(anyStrategy(), lin)).draft();

    assertThat(draft.errors()).isEmpty();
    var model = DmnModel.compile(DmnDocument.read(draft.dmn()));
    assertThat(verdict(model, draft, "5")).isEqualTo("APPROVE");
    assertThat(verdict(model, draft, "1.5")).isEqualTo("REFER");
    assertThat(new String(draft.dmn(), UTF_8)).contains("DMNShape", "DMNEdge");
  }

  private static @Nullable Object verdict(DmnModel model, DraftRevision draft, String years) {
    var facts = Facts.of(Map.of("yearsInBusiness", new BigDecimal(years)));
    var outcome =
        model.evaluate(
            draft.contract().entry(), facts, OffsetDateTime.parse("2026-11-23T00:00:00Z"), false);
    return ((Outcome.Decided) outcome).value();
  }

  @Test
  void aNameThatXmlWouldTripOverIsKept() throws Exception {
    var wanted = new NewStrategy(anyStrategy().key(), "小微<贷>", "A & B \"<loans>\"", "");

    DraftRevision draft = ((Created) services.strategies().create(wanted, lin)).draft();

    assertThat(DmnDocument.read(draft.dmn()).name()).isEqualTo("A & B \"<loans>\"");
    assertThat(services.strategies().find(wanted.key()).orElseThrow().nameZh()).isEqualTo("小微<贷>");
  }

  @Test
  void aKeyIsTakenOnce() {
    NewStrategy wanted = anyStrategy();
    services.strategies().create(wanted, lin);

    var again = (Refused) services.strategies().create(wanted, aPerson("Wei"));

    assertThat(again.refusals()).extracting(Refusal::code).containsExactly("KEY_TAKEN");
    assertThat(services.drafts().revisions(wanted.key(), 10)).hasSize(1);
  }

  @Test
  void aStrategyNeedsBothNames() {
    var wanted = new NewStrategy(anyStrategy().key(), " ", "Loans", "");

    assertThat(((Refused) services.strategies().create(wanted, lin)).refusals())
        .extracting(Refusal::code)
        .containsExactly("NAME_MISSING");
  }

  @Test
  void anImportedModelProposesItsContract() {
    var wanted = anyStrategy();

    DraftRevision draft =
        ((Created) services.strategies().createFrom(wanted, importedModel(), lin)).draft();

    assertThat(draft.kind()).isEqualTo(RevisionKind.IMPORTED);
    assertThat(draft.contract().entry()).isEqualTo("offer");
    assertThat(draft.contract().inputs())
        .containsExactly(
            new ContractInput("annual sales", FactType.NUMBER, false),
            new ContractInput("industry", FactType.TEXT, false));
    assertThat(new String(draft.dmn(), UTF_8)).contains("acme:color", "#ff0000");
  }

  @Test
  void aFileImportedIntoADraftKeepsTheContractAndAddsItsInputs() {
    DraftRevision first = ((Created) services.strategies().create(anyStrategy(), lin)).draft();

    var imported =
        ((SaveResult.Saved)
                services
                    .drafts()
                    .importModel(first.strategy(), 1, importedModel(), "tab", "offers.dmn", lin))
            .revision();

    assertThat(imported.kind()).isEqualTo(RevisionKind.IMPORTED);
    assertThat(imported.saving().summary()).isEqualTo("offers.dmn");
    assertThat(imported.contract().entry()).isEqualTo("offer");
    assertThat(imported.contract().inputs())
        .containsExactly(
            new ContractInput("yearsInBusiness", FactType.NUMBER, true),
            new ContractInput("annual sales", FactType.NUMBER, false),
            new ContractInput("industry", FactType.TEXT, false));
    assertThat(imported.canUndo()).isTrue();
  }

  @Test
  void anExportIsByteByByteWhatIsKept() {
    DraftRevision draft =
        ((Created) services.strategies().createFrom(anyStrategy(), importedModel(), lin)).draft();

    ModelFile file = services.drafts().export(draft.strategy(), lin);

    assertThat(file.dmn()).isEqualTo(draft.dmn());
    assertThat(file.name()).isEqualTo(draft.strategy() + "-draft-1.dmn");
  }

  @Test
  void aStrategyCanBeginWithItsFlow() {
    var flow =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:rw="https://rulewright.org/bpmn/1" id="defs" targetNamespace="urn:test">
        <process id="desk" name="Desk" isExecutable="true"><extensionElements>
        <rw:fact name="age" type="number"/></extensionElements>
        <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="end"/>
        <endEvent id="end"><extensionElements><rw:output target="verdict" source="&quot;REFER&quot;"/>
        </extensionElements></endEvent></process></definitions>
        """;

    var draft =
        ((Created) services.strategies().createFrom(anyStrategy(), flow.getBytes(UTF_8), lin))
            .draft();

    assertThat(draft.contract().entry()).isEqualTo("desk");
    assertThat(draft.contract().inputs())
        .containsExactly(new ContractInput("age", org.rulewright.decision.FactType.NUMBER, false));
    assertThat(draft.content().bpmn()).isPresent();
    assertThat(draft.errors()).isEmpty();
  }

  @Test
  void whatIsNotAModelIsRefusedByName() {
    var bomb = "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".getBytes(UTF_8);
    NewStrategy wanted = anyStrategy();

    var refused = (Refused) services.strategies().createFrom(wanted, bomb, lin);

    assertThat(refused.refusals()).extracting(Refusal::code).containsExactly("MODEL_DOCTYPE");
    assertThat(services.strategies().find(wanted.key())).isEmpty();
  }

  private static byte[] importedModel() {
    return """
    <definitions xmlns="http://www.omg.org/spec/DMN/20180521/MODEL/"
        xmlns:acme="https://example.org/acme" id="m" name="offers"
        namespace="https://example.org/offers">
      <inputData id="i1" name="annual sales"><variable name="annual sales" typeRef="number"/>
      </inputData>
      <inputData id="i2" name="industry"><variable name="industry" typeRef="string"/>
      </inputData>
      <decision id="d2" name="offer">
        <extensionElements><acme:color value="#ff0000"/></extensionElements>
        <variable name="offer" typeRef="number"/>
        <informationRequirement id="r1"><requiredDecision href="#d1"/></informationRequirement>
        <literalExpression id="l2"><text>limit * 2</text></literalExpression>
      </decision>
      <decision id="d1" name="limit">
        <variable name="limit" typeRef="number"/>
        <informationRequirement id="r2"><requiredInput href="#i1"/></informationRequirement>
        <literalExpression id="l1"><text>annual sales / 10</text></literalExpression>
      </decision>
    </definitions>
    """
        .getBytes(UTF_8);
  }
}
