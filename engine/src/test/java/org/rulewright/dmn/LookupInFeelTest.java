package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupShape.Column;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Outcome;
import org.rulewright.lookup.LookupBuild;
import org.rulewright.lookup.LookupBuilder;
import org.rulewright.lookup.LookupDefinition;
import org.rulewright.lookup.LookupTable;
import org.rulewright.lookup.LookupTables;

class LookupInFeelTest {

  private static final OffsetDateTime AS_OF =
      OffsetDateTime.of(2026, 11, 23, 9, 30, 0, 0, ZoneOffset.ofHours(8));

  private static final LookupSource LOOKUPS = new LookupTables(List.of(industry(), lpr()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lookup(\"industry\", code)",
        "lookup(\"industry\", code).risk",
        "lookup(\"industry\", \"C13\").risk + 1",
        "lookup(\"industry\", \"missing\").risk",
        "lookup(\"industry\", null)",
        "lookup(\"industry\", code).name",
        "lookup(\"industry\", code).nothing",
        "lookup(\"lpr\", 1.0, \"CNY\").rate",
        "lookup(\"lpr\", term, \"CNY\").rate * 100",
        "if lookup(\"industry\", code).risk > 0.5 then \"high\" else \"low\"",
        "{row: lookup(\"industry\", code), r: 1}",
        "[lookup(\"industry\", code).name, \"x\"]",
        "lookup(\"industry\", lookup(\"industry\", code).parent).name",
        "lookup(\"industry\", code) = null",
        "lookup(\"industry\", code).risk in [0.5..1]",
        "for c in [\"C13\", \"J66\"] return lookup(\"industry\", c).risk",
        // errors, in both
        "lookup(\"unknown\", code)",
        "lookup(\"industry\")",
        "lookup(\"industry\", 1)",
        "lookup(\"industry\", code, code)",
        "lookup(code)",
        "lookup()",
        "lookup(table: \"industry\", key: code)"
      })
  void bothEnginesFindTheSameRow(String feel) {
    var model = compiled(DmnSamples.literal("d", "", feel, "in_code", "in_term"));
    for (var code : Arrays.asList("C13", "J66", "none", null)) {
      var facts = new HashMap<String, @Nullable Object>();
      facts.put("code", code);
      facts.put("term", new BigDecimal("5.00"));
      var ours = model.evaluate("d", Facts.of(facts), AS_OF, true);
      var theirs = model.evaluate("d", Facts.of(facts), AS_OF, true, EngineChoice.KIE);

      assertThat(ours.getClass()).as(code).isEqualTo(theirs.getClass());
      if (ours instanceof Outcome.Decided(var value, _)
          && theirs instanceof Outcome.Decided(var other, _)) {
        assertThat(Likeness.alike(value, other)).as("%s: %s, %s", code, value, other).isTrue();
      }
    }
  }

  @Test
  void camundaFindsTheSameRow() {
    for (var feel :
        List.of(
            "lookup(\"industry\", code).risk",
            "lookup(\"industry\", code)",
            "lookup(\"industry\", \"none\")",
            "lookup(\"lpr\", 1.0, \"CNY\").rate")) {
      var model = compiled(DmnSamples.literal("d", "", feel, "in_code"));
      var facts = Facts.of(Map.of("code", "C13"));
      var ours = model.evaluate("d", facts, AS_OF, false);
      var theirs = model.evaluate("d", facts, AS_OF, false, EngineChoice.CAMUNDA);
      assertThat(
              Likeness.alike(((Outcome.Decided) ours).value(), ((Outcome.Decided) theirs).value()))
          .as("%s: %s, %s", feel, ours, theirs)
          .isTrue();
    }
  }

  @Test
  void aPathIntoARowIsEvaluatedByOurOwnEngine() {
    var model = compiled(DmnSamples.literal("d", "", "lookup(\"industry\", code).risk", "in_code"));

    assertThat(model.compiledShare()).isEqualTo(1);
    var outcome = model.evaluate("d", Facts.of(Map.of("code", "C13")), AS_OF, true);
    assertThat(((Outcome.Decided) outcome).value()).isEqualTo(new BigDecimal("0.8"));
    assertThat(outcome.trace().steps().getFirst().delegated()).isFalse();
  }

  @Test
  void cellsAndInputExpressionsOfATableMayLookUp() {
    var model =
        compiled(
            DmnSamples.table(
                "d",
                "FIRST",
                List.of("in_code"),
                List.of("lookup(\"industry\", code).risk"),
                List.of("verdict:string", "name:string"),
                "> 0.5 | \"REFER\" | lookup(\"industry\", code).name",
                "- | \"APPROVE\" | lookup(\"industry\", \"J66\").name"));
    for (var code : List.of("C13", "J66", "none")) {
      var facts = Facts.of(Map.of("code", code));
      var ours = model.evaluate("d", facts, AS_OF, true);
      var theirs = model.evaluate("d", facts, AS_OF, true, EngineChoice.KIE);
      assertThat(((Outcome.Decided) ours).value())
          .as(code)
          .isEqualTo(((Outcome.Decided) theirs).value());
    }
  }

  @Test
  void theRowInForceIsTheOneOfTheDecisionsDate() {
    var model = compiled(DmnSamples.literal("d", "", "lookup(\"lpr\", 1, \"CNY\").rate"));

    for (var engine : EngineChoice.values()) {
      assertThat(value(model, AS_OF.withYear(2020), engine)).isNull();
      assertThat(value(model, AS_OF.withYear(2024), engine)).isEqualTo(new BigDecimal("3.45"));
      assertThat(value(model, AS_OF, engine)).isEqualTo(new BigDecimal("3.10"));
    }
  }

  private static @Nullable Object value(DmnModel model, OffsetDateTime asOf, EngineChoice engine) {
    return ((Outcome.Decided) model.evaluate("d", Facts.NONE, asOf, false, engine)).value();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{lookup: function(a, b) \"mine\", r: lookup(\"industry\", code).name}.r",
        "(function(lookup) lookup(\"industry\", code).name)(function(a, b) {name: \"mine\"})",
        "(for lookup in [function(a, b) {name: \"mine\"}] return lookup(\"industry\", code).name)[1]"
      })
  void nothingElseCanTakeTheNameOfTheFunction(String feel) {
    var model = compiled(DmnSamples.literal("d", "", feel, "in_code"));

    for (var engine : List.of(EngineChoice.COMPILED, EngineChoice.KIE)) {
      var outcome = model.evaluate("d", Facts.of(Map.of("code", "C13")), AS_OF, false, engine);
      if (outcome instanceof Outcome.Decided(var value, _)) {
        assertThat(value).isEqualTo("food");
      }
    }
    assertThat(codes(DmnSamples.input("lookup", "string"))).contains("dmn.lookup-reserved");
  }

  @Test
  void theCheckPointsAtWrongTablesKeysTypesAndColumns() {
    assertThat(codes(cell("lookup(\"nope\", code)"))).containsExactly("dmn.lookup-unknown");
    assertThat(codes(cell("lookup(\"industry\")"))).containsExactly("dmn.lookup-keys");
    assertThat(codes(cell("lookup(\"industry\", term)"))).containsExactly("dmn.lookup-key-type");
    assertThat(codes(cell("lookup(\"industry\", 13)"))).containsExactly("dmn.lookup-key-type");
    assertThat(codes(cell("lookup(\"industry\", code).rsk"))).containsExactly("dmn.lookup-column");
    assertThat(codes(cell("lookup(code, code)"))).containsExactly("dmn.lookup-not-literal");
    assertThat(codes(cell("lookup(\"industry\", code).risk"))).isEmpty();
  }

  @Test
  void aFindingStandsAtItsCellInTheWordsOfTheAuthor() {
    var found = check(cell("1 + lookup(\"industry\", code).rsk"));

    assertThat(found.getFirst().place().element()).isEqualTo("d_d");
    assertThat(found.getFirst().place().cell()).isEqualTo("le_d");
    assertThat(found.getFirst().place().offset()).isEqualTo(4);
    assertThat(found.getFirst().message(Locale.ENGLISH)).contains("rsk").contains("risk");
    assertThat(found.getFirst().message(Locale.CHINESE)).contains("没有列");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lookup(\"industry\", code).risk + term",
        "lookup(\"industry\", code).risk + row.rate",
        "row.rate + lookup(\"industry\", code).risk",
        "if lookup(\"industry\", code).risk > row.rate then row.rate else term"
      })
  void namesAfterAPathIntoARowAreStillKnown(String feel) {
    var reading =
        Feel.read(
            feel, Map.of("code", FactType.TEXT, "term", FactType.NUMBER, "row", FactType.ANY));

    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void aDocumentTellsWhichTablesItNames() {
    assertThat(document(cell("lookup(\"a\", 1).x + lookup( \"b\", lookup(\"a\", 2).x)")).lookups())
        .containsExactly("a", "b");
  }

  private static String cell(String feel) {
    return DmnSamples.literal("d", "", feel, "in_code", "in_term");
  }

  private static List<String> codes(String element) {
    return check(element).stream().map(Diagnostic::code).toList();
  }

  private static List<Diagnostic> check(String element) {
    var schema =
        new FactSchema(
            List.of(
                FactField.optional("code", FactType.TEXT),
                FactField.optional("term", FactType.NUMBER),
                FactField.optional("lookup", FactType.TEXT)));
    return DmnCheck.check(document(element), schema, null, LOOKUPS).stream()
        .filter(it -> it.code().startsWith("dmn.lookup"))
        .toList();
  }

  private static DmnModel compiled(String element) {
    return DmnModel.compile(List.of(document(element)), LOOKUPS);
  }

  private static DmnDocument document(String element) {
    return DmnSamples.document(
        DmnSamples.input("code", "string"), DmnSamples.input("term", "number"), element);
  }

  private static LookupTable industry() {
    var builder =
        new LookupBuilder(
            new LookupDefinition(
                "industry",
                "Industries",
                List.of(new Column("code", FactType.TEXT)),
                List.of(
                    new Column("name", FactType.TEXT),
                    new Column("risk", FactType.NUMBER),
                    new Column("parent", FactType.TEXT)),
                false));
    builder.add(new @Nullable Object[] {"C13", "food", new BigDecimal("0.8"), "J66"});
    builder.add(new @Nullable Object[] {"J66", "bank", null, null});
    return ((LookupBuild.Built) builder.build()).table();
  }

  private static LookupTable lpr() {
    var builder =
        new LookupBuilder(
            new LookupDefinition(
                "lpr",
                "LPR",
                List.of(new Column("years", FactType.NUMBER), new Column("ccy", FactType.TEXT)),
                List.of(new Column("rate", FactType.NUMBER)),
                true));
    builder.add(rate("1", "3.45", "2023-08-21", "2024-12-31"));
    builder.add(rate("1.0", "3.10", "2025-01-01", null));
    builder.add(rate("5", "3.60", null, null));
    return ((LookupBuild.Built) builder.build()).table();
  }

  private static @Nullable Object[] rate(
      String years, String rate, @Nullable String from, @Nullable String to) {
    return new @Nullable Object[] {
      new BigDecimal(years),
      "CNY",
      new BigDecimal(rate),
      from == null ? null : LocalDate.parse(from),
      to == null ? null : LocalDate.parse(to)
    };
  }
}
