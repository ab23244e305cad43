package org.rulewright.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.LookupSource;
import org.rulewright.decision.Outcome;

class DmnImportsTest {

  private static final String LIBRARY = "https://rulewright.org/test/library";
  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  private final DmnDocument library =
      DmnSamples.read(
          DmnSamples.modelOf(
              LIBRARY,
              List.of(
                  DmnSamples.input("n", "number"),
                  DmnSamples.literal("risk class", "number", "n * 2", "in_n"))));
  private final DmnDocument main =
      DmnSamples.document(DmnSamples.literal("risk class", "number", "1"));

  @Test
  void aNewDecisionHandsOnWhatTheImportedOneGives() {
    var used = DmnImports.use(main, library, "limits-2", "3", List.of("risk class"), null);

    var found = used.imports().getFirst();
    assertThat(found.name()).isEqualTo("limits_2");
    assertThat(found.strategy()).isEqualTo("limits-2");
    assertThat(found.version()).isEqualTo("3");
    var model = DmnModel.compile(List.of(used, library));
    assertThat(model.evaluate("limits_2 risk class", Facts.of(Map.of("n", 4)), AS_OF, false))
        .isInstanceOfSatisfying(
            Outcome.Decided.class, it -> assertThat(it.value()).hasToString("8"));
    assertThat(model.compiledShare()).isEqualTo(1);
  }

  @Test
  void aDecisionThatIsThereUsesItAndAnotherVersionChangesOnlyTheImport() {
    var used = DmnImports.use(main, library, "limits", "1", List.of("risk class"), "risk class");
    var newer = DmnImports.chosen(used, LIBRARY, "limits", "2");

    assertThat(used.decisions()).hasSize(1);
    assertThat(used.decisions().getFirst().requiredDecisions())
        .containsExactly(LIBRARY + "#d_risk class");
    assertThat(text(newer))
        .isEqualTo(text(used).replace("rulewright:version=\"1\"", "rulewright:version=\"2\""));
  }

  @Test
  void theFormThatIsKeptLeavesImportsAsTheyAre() {
    var used = DmnImports.use(main, library, "limits", "1", List.of("risk class"), "risk class");

    assertThat(used.normalised().imports()).isEqualTo(used.imports());
    assertThat(used.normalised().decisions()).isEqualTo(used.decisions());
  }

  @Test
  void aRequirementOfNothingAndAFactNobodySendsAreFound() {
    var used = DmnImports.use(main, library, "limits", "1", List.of("risk class"), null);
    var dangling = DmnSamples.read(text(used).replace("#d_risk class", "#d_gone"));

    assertThat(codes(List.of(used, library), new FactSchema(List.of())))
        .containsExactly("import.unknown-feature");
    assertThat(codes(List.of(used, library), schema(FactType.TEXT)))
        .containsExactly("import.input-type");
    assertThat(codes(List.of(used, library), schema(FactType.NUMBER))).isEmpty();
    assertThat(codes(List.of(dangling, library), schema(FactType.NUMBER)))
        .contains("dmn.dangling-requirement");
  }

  @Test
  void anImportIsTakenAwayWithWhatRequiresIt() {
    var used = DmnImports.use(main, library, "limits", "1", List.of("risk class"), "risk class");

    var without = DmnImports.without(used, LIBRARY);

    assertThat(without.imports()).isEmpty();
    assertThat(without.decisions()).isEqualTo(main.decisions());
  }

  @Test
  void noEngineFetchesWhatALocationNames() throws Exception {
    var asked = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      var location = "http://127.0.0.1:" + server.getAddress().getPort() + "/library.dmn";
      var model =
          DmnModel.compile(
              DmnSamples.read(
                  text(DmnImports.use(main, library, "l", "1", List.of("risk class"), null))
                      .replace("<import ", "<import locationURI=\"" + location + "\" ")));

      for (var engine : EngineChoice.values()) {
        assertThat(model.evaluate("l risk class", Facts.of(Map.of("n", 4)), AS_OF, true, engine))
            .isInstanceOf(Outcome.Failed.class);
      }
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  private static FactSchema schema(FactType type) {
    return new FactSchema(List.of(FactField.required("n", type)));
  }

  private static List<String> codes(List<DmnDocument> documents, FactSchema schema) {
    return DmnCheck.check(documents, schema, null, LookupSource.NONE).stream()
        .map(Diagnostic::code)
        .toList();
  }

  private static String text(DmnDocument document) {
    return new String(document.bytes(), StandardCharsets.UTF_8);
  }
}
