package org.rulewright.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulewright.dataset.TestDatasets.ANNA;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.audit.AuditTrail;
import org.rulewright.database.PostgresTest;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
final class FeaturesTest {
  private static final FeatureData SALES =
      FeatureData.of("年均销售额", "Yearly sales", FactType.NUMBER, "CNY");

  private final Features features;
  private final AuditTrail audit;

  FeaturesTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.audit = new AuditTrail(jdbc, transactions);
    this.features = new Features(new FeatureStore(jdbc), audit, transactions);
  }

  @Test
  void aFeatureIsFoundAsItWasMadeAndAudited() {
    var name = new FeatureName("annualSales");

    features.create(name, SALES, ANNA);

    var found = features.get(name);
    assertThat(found.data()).isEqualTo(SALES);
    assertThat(found.revision()).isEqualTo(1);
    assertThat(found.label(Locale.ENGLISH)).isEqualTo("Yearly sales");
    assertThat(found.label(Locale.CHINESE)).isEqualTo("年均销售额");
    assertThat(audit.search(AuditQuery.ofThing("feature", "annualSales", 10)).entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.action()).isEqualTo(AuditAction.FEATURE_CREATED));
    assertThat(features.create(name, SALES, ANNA)).isEqualTo(new FeatureResult.NameTaken(name));
  }

  @Test
  void aChangeKeepsTheEarlierRevisionAndAConflictShowsTheirs() {
    var name = new FeatureName("客户数");
    features.create(name, SALES, ANNA);
    var mine = FeatureData.of("客户数量", "Customers", FactType.NUMBER, "");

    var saved = features.update(name, 1, mine, ANNA);
    var late = features.update(name, 1, SALES, ANNA);

    assertThat(saved).isInstanceOf(FeatureResult.Saved.class);
    assertThat(late).isEqualTo(new FeatureResult.Conflict(features.get(name)));
    assertThat(features.history(name)).extracting(Feature::data).containsExactly(mine, SALES);
  }

  @Test
  void theSchemaHasTheFeaturesInTheOrderAskedFor() {
    var grade =
        new FeatureData("评级", "Rating", FactType.TEXT, "", List.of("A", "B"), "risk", "bank", "");
    features.create(new FeatureName("schemaGrade"), grade, ANNA);
    features.create(new FeatureName("schemaSales"), SALES, ANNA);

    var schema = features.schema(List.of("schemaSales", "schemaGrade"));

    assertThat(schema.fields())
        .containsExactly(
            FactField.optional("schemaSales", FactType.NUMBER),
            new FactField("schemaGrade", FactType.TEXT, false, List.of("A", "B")));
    assertThat(schema.check(Map.of("schemaGrade", "C")).problems()).hasSize(1);
    assertThatThrownBy(() -> features.schema(List.of("schemaSales", "nobody", "nothing")))
        .isInstanceOfSatisfying(
            UnknownFeatureException.class,
            e -> assertThat(e.names()).containsExactly("nobody", "nothing"));
  }

  @Test
  void aSearchLooksInNamesAndLabelsOfBothLanguages() {
    features.create(new FeatureName("searchOne"), named("作废发票占比", "Cancelled share"), ANNA);
    features.create(new FeatureName("searchTwo"), named("活跃月数", "Active months"), ANNA);

    assertThat(names(features.search("作废"))).containsExactly("searchOne");
    assertThat(names(features.search("ACTIVE M"))).containsExactly("searchTwo");
    assertThat(names(features.search("searcht"))).containsExactly("searchTwo");
    assertThat(features.search("%_%")).isEmpty();
  }

  @Test
  void aRetiredFeatureIsNoLongerOfferedButStillKnown() {
    var name = new FeatureName("oldFeature");
    features.create(name, SALES, ANNA);

    features.retire(name, ANNA);

    assertThat(names(features.list())).doesNotContain("oldFeature");
    assertThat(names(features.retired())).contains("oldFeature");
    assertThat(features.schema(List.of("oldFeature")).fields()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a b", "a-b", "date", "if", "null", "a.b", "a\"b", "a;b"})
  void aNameThatNeedsQuotingSomewhereIsRefused(String text) {
    assertThat(FeatureName.isValid(text)).isFalse();
    assertThatThrownBy(() -> new FeatureName(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAllowedValueMustBeOfTheType() {
    assertThatThrownBy(() ->
            new FeatureData("数", "Number", FactType.NUMBER, "", List.of("1", "many"), "", "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    var data = new FeatureData("数", "Number", FactType.NUMBER, "", List.of("1.50"), "", "", "");
    assertThat(data.field("n", false).allowedValues()).containsExactly(new BigDecimal("1.50"));
  }

  private static FeatureData named(String zh, String en) {
    return FeatureData.of(zh, en, FactType.NUMBER, "");
  }

  private static List<String> names(List<Feature> features) {
    return features.stream().map(feature -> feature.name().text()).toList();
  }
}
