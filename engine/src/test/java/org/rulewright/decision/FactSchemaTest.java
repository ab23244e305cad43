package org.rulewright.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactSchemaTest {

  private final FactSchema schema =
      new FactSchema(
          List.of(
              FactField.required("sales", FactType.NUMBER),
              FactField.optional("founded", FactType.DATE),
              new FactField("industry", FactType.TEXT, false, List.of("retail", "steel"))));

  @Test
  void jsonValuesBecomeTypedFacts() {
    CheckedFacts checked = schema.check(Map.of("sales", 12, "founded", "2019-02-28"));

    assertThat(checked.accepted()).isTrue();
    assertThat(checked.facts().asMap())
        .containsEntry("sales", new BigDecimal("12"))
        .containsEntry("founded", LocalDate.of(2019, 2, 28));
  }

  @Test
  void everyWrongFactGetsItsOwnProblem() {
    CheckedFacts checked =
        schema.check(Map.of("founded", "2019-02-30", "industry", "farming", "colour", "red"));

    assertThat(checked.problems())
        .extracting(Diagnostic::code)
        .containsExactly("fact.missing", "fact.wrong-type", "fact.not-allowed", "fact.unknown");
  }

  @Test
  void nullAndMissingAreToldApart() {
    Map<String, @Nullable Object> raw = new HashMap<>(Map.of("sales", 1));
    raw.put("industry", null);

    Facts facts = schema.check(raw).facts();

    assertThat(facts.has("industry")).isTrue();
    assertThat(facts.has("founded")).isFalse();
    assertThat(schema.check(Collections.singletonMap("sales", null)).problems())
        .extracting(Diagnostic::code)
        .containsExactly("fact.null");
  }

  @Test
  void aDoubleThatIsNoNumberIsRefused() {
    assertThat(schema.check(Map.of("sales", Double.NaN)).accepted()).isFalse();
  }

  @Test
  void allFactsOfASchemaHaveOneLayout() {
    var schema =
        new FactSchema(
            List.of(
                FactField.required("sales", FactType.NUMBER),
                FactField.optional("town", FactType.TEXT)));

    var all = schema.check(Map.of("sales", 1, "town", "Hefei")).facts().asMap();
    var some = schema.check(Map.of("sales", 2)).facts().asMap();

    assertThat(((FactRow) some).layout()).isSameAs(((FactRow) all).layout());
    assertThat(some.containsKey("town")).isFalse();
    assertThat(some).hasSize(1);
  }
}
