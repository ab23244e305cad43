package org.rulewright.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rulewright.asset.StrategyFixtures.aPerson;
import static org.rulewright.asset.StrategyFixtures.anyStrategy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.asset.CreateStrategyResult.Created;
import org.rulewright.asset.SaveResult.Saved;
import org.rulewright.audit.Actor;
import org.rulewright.database.PostgresTest;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Severity;
import org.rulewright.feature.DictionaryServices;
import org.rulewright.feature.FeatureData;
import org.rulewright.feature.FeatureName;
import org.rulewright.feature.Features;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
class FeaturesOfDraftsTest {

  private final Actor lin = aPerson("Lin");
  private AssetServices services;
  private Features features;
  private DraftRevision first;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    services = AssetServices.on(jdbc, transactions);
    features = DictionaryServices.on(jdbc, transactions);
    first = ((Created) services.strategies().create(anyStrategy(), lin)).draft();
  }

  @Test
  void anInputTheDictionaryDoesNotKnowIsPointedAt() {
    DraftRevision draft = withInput(new ContractInput("unheardOf", FactType.NUMBER, false));

    assertThat(ofInput(draft, "unheardOf"))
        .extracting(Diagnostic::code, Diagnostic::severity)
        .containsExactly(tuple("contract.input-unknown", Severity.WARNING));
  }

  @Test
  void anInputTheDictionaryKnowsAsAnotherTypeIsAnError() {
    FeatureName grade = aFeature(FactType.TEXT, List.of());

    DraftRevision draft = withInput(new ContractInput(grade.text(), FactType.NUMBER, false));

    Diagnostic found = ofInput(draft, grade.text()).getFirst();
    assertThat(found.code()).isEqualTo("contract.input-other-type");
    assertThat(found.severity()).isEqualTo(Severity.ERROR);
    assertThat(found.message(Locale.ENGLISH)).contains(grade.text(), "a number", "a text");
    assertThat(found.message(Locale.CHINESE)).contains("数字", "文本");
  }

  @Test
  void theAllowedValuesOfTheDictionaryAreKeptWithTheDraft() {
    FeatureName grade = aFeature(FactType.TEXT, List.of("A", "B"));

    DraftRevision draft = withInput(new ContractInput(grade.text(), FactType.TEXT, true));
    features.update(grade, 1, data(FactType.TEXT, List.of("A", "B", "C")), lin);

    assertThat(services.drafts().find(draft.strategy(), draft.number()).orElseThrow().contract())
        .extracting(contract -> contract.inputs().getLast())
        .isEqualTo(new ContractInput(grade.text(), FactType.TEXT, true, List.of("A", "B")));
    assertThat(
            draft
                .contract()
                .schema()
                .check(Map.of("yearsInBusiness", 3, grade.text(), "C"))
                .problems())
        .extracting(Diagnostic::code)
        .containsExactly("fact.not-allowed");
  }

  private DraftRevision withInput(ContractInput input) {
    var contract =
        new StrategyContract(
            first.contract().entry(),
            List.of(first.contract().inputs().getFirst(), input),
            List.of());
    var saved =
        services.drafts().save(first.strategy(), first.number(), first.dmn(), contract, lin);
    return ((Saved) saved).revision();
  }

  private FeatureName aFeature(FactType type, List<String> allowed) {
    var name = new FeatureName("grade_" + UUID.randomUUID().toString().replace('-', '_'));
    features.create(name, data(type, allowed), lin);
    return name;
  }

  private static FeatureData data(FactType type, List<String> allowed) {
    return new FeatureData("评级", "Grade", type, "", allowed, "", "", "");
  }

  private static List<Diagnostic> ofInput(DraftRevision draft, String feature) {
    return draft.diagnostics().stream()
        .filter(found -> found.code().startsWith("contract."))
        .filter(found -> feature.equals(found.place().element()))
        .toList();
  }
}
