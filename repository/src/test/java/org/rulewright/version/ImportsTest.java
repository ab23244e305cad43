package org.rulewright.version;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulewright.asset.StrategyFixtures.aPerson;
import static org.rulewright.asset.StrategyFixtures.anyStrategy;
import static org.rulewright.asset.StrategyFixtures.withLimit;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.asset.AssetServices;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.DraftRevision;
import org.rulewright.asset.SaveResult;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.database.PostgresTest;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Severity;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.DmnImports;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Strategies that use the rules of versions of other strategies. */
@PostgresTest
class ImportsTest {

  private static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T09:30:00+08:00");

  private static final String EXPRESSION =
      "<literalExpression id=\"expression\"><text>it</text></literalExpression>";

  private final Actor lin = aPerson("Lin");
  private JdbcClient jdbc;
  private AssetServices assets;
  private Versions versions;
  private VersionCompiler compiler;
  private StrategyKey library;
  private StrategyKey user;

  @BeforeEach
  void begin(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    assets = AssetServices.on(jdbc, transactions);
    versions = VersionServices.on(jdbc, transactions);
    compiler = VersionServices.compiler(jdbc, transactions);
    library = aStrategy();
    user = aStrategy();
    version(library);
  }

  @Test
  void aVersionPinsWhatItImportsAndDecidesByIt() throws Exception {
    use(1);

    var made = version(user);

    assertThat(made.pins())
        .extracting(VersionPin::kind, VersionPin::key, VersionPin::number)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(VersionPin.Kind.STRATEGY, library.value(), 1));
    assertThat(made.pins().getFirst().digest().hex())
        .isEqualTo(versions.find(library, 1).orElseThrow().digest());
    assertThat(versions.documents(made)).hasSize(2);
    assertThat(decided(made, 2)).isEqualTo(decided(versions.find(library, 1).orElseThrow(), 2));
  }

  @Test
  void aNewerLibraryLeavesItsUsersAsTheyAreUntilTheyTakeIt() throws Exception {
    use(1);
    var before = version(user);
    var limited = edit(library, withLimit(assets.drafts().latest(library), 30));
    assertThat(limited.diagnostics()).noneMatch(ImportsTest::isError);
    version(library);

    assertThat(decided(before, 10)).isEqualTo("APPROVE");
    assertThat(version(user).digest()).isEqualTo(before.digest());
    assertThat(codes(assets.drafts().check(assets.drafts().latest(user)).diagnostics()))
        .contains("import.newer");

    use(2);
    var after = version(user);

    assertThat(after.digest()).isNotEqualTo(before.digest());
    assertThat(decided(after, 10)).isNotEqualTo("APPROVE");
    assertThat(decided(versions.find(before.id()).orElseThrow(), 10)).isEqualTo("APPROVE");
    assertThat(Differences.between(before, after).changes())
        .anyMatch(it -> it.subject() == Change.Subject.PIN);
  }

  @Test
  void anImportThatSaysNoVersionMeansTheNewestAndSaysSoFromThenOn() {
    edit(library, withLimit(assets.drafts().latest(library), 7));
    version(library);
    var imported = namespace(library);
    var text =
        new String(assets.drafts().latest(user).dmn(), UTF_8)
            .replaceFirst(
                "<inputData",
                "<import name=\"lib\" namespace=\"%s\" importType=\"%s\"/><inputData"
                    .formatted(imported, "https://www.omg.org/spec/DMN/20191111/MODEL/"));

    var saved = edit(user, text.getBytes(UTF_8));

    assertThat(read(saved).imports())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.strategy()).isEqualTo(library.value());
          assertThat(it.version()).isEqualTo("2");
        });
    version(library);
    assertThat(read(assets.drafts().latest(user)).imports().getFirst().version()).isEqualTo("2");
  }

  @Test
  void whatIsImportedFromAFileOrTheNetIsNeverFetched() {
    for (var location : List.of("http://127.0.0.1:1/lib.dmn", "file:///etc/passwd")) {
      var text =
          new String(assets.drafts().latest(user).dmn(), UTF_8)
              .replaceAll("<import [^>]*/>", "")
              .replaceFirst(
                  "<inputData",
                  ("<import name=\"lib\" namespace=\"urn:nobody\" locationURI=\"%s\""
                          + " importType=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/><inputData")
                      .formatted(location));

      var saved = edit(user, text.getBytes(UTF_8));

      assertThat(codes(saved.diagnostics())).contains("import.unresolved");
      assertThat(read(saved).imports().getFirst().location()).isEqualTo(location);
      assertThat(versions.create(user, "", lin)).isInstanceOf(CreateVersionResult.Refused.class);
    }
  }

  @Test
  void aCircleIsRefused() {
    use(1);
    version(user);
    var closing =
        DmnImports.use(
            read(assets.drafts().latest(library)),
            read(assets.drafts().latest(user)),
            user.value(),
            "1",
            List.of("verdict"),
            "verdict");

    var saved = edit(library, closing.bytes());

    assertThat(codes(saved.diagnostics())).contains("import.cycle");
  }

  @Test
  void aLibraryInTwoVersionsIsRefused() {
    var middle = aStrategy();
    take(middle, library, 1);
    version(middle);
    edit(library, withLimit(assets.drafts().latest(library), 7));
    version(library);
    use(2);

    var saved = take(user, middle, 1);

    assertThat(codes(saved.diagnostics())).contains("import.two-versions");
  }

  @Test
  void whatALibraryUsesComesWithIt() throws Exception {
    var middle = aStrategy();
    take(middle, library, 1);
    version(middle);

    take(user, middle, 1);
    var made = version(user);

    assertThat(made.pins())
        .extracting(VersionPin::key)
        .containsExactlyInAnyOrder(library.value(), middle.value());
    assertThat(versions.documents(made)).hasSize(3);
  }

  @Test
  void aFactOfTheLibraryThatTheContractLacksIsNamed() {
    use(1);
    var head = assets.drafts().latest(user);
    var without = new StrategyContract(head.contract().entry(), List.of(), List.of());

    var saved =
        ((SaveResult.Saved) assets.drafts().save(user, head.number(), head.dmn(), without, lin))
            .revision();

    assertThat(codes(saved.diagnostics())).contains("import.unknown-feature");
  }

  @Test
  void whoUsesAStrategyIsKnownOfDraftsAndVersions() {
    assertThat(versions.usersOf(library)).isEmpty();

    use(1);

    assertThat(versions.usersOf(library))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.strategy()).isEqualTo(user);
          assertThat(it.inDraft()).isEqualTo(1);
          assertThat(it.versions()).isEmpty();
        });

    version(user);
    assertThat(versions.usersOf(library).getFirst().versions())
        .containsExactly(new StrategyUse.InVersion(1, 1));
  }

  @Test
  void aVersionThatOthersUseCannotVanish() {
    assertThatThrownBy(() ->
            jdbc.sql("delete from rw.version where strategy = :key")
                .param("key", library.value())
                .update())
        .isInstanceOf(DataAccessException.class);
  }

  private StrategyKey aStrategy() {
    return ((CreateStrategyResult.Created) assets.strategies().create(anyStrategy(), lin))
        .draft()
        .strategy();
  }

  private Version version(StrategyKey key) {
    return switch (versions.create(key, "", lin)) {
      case CreateVersionResult.Created(var version) -> version;
      case CreateVersionResult.Existing(var version) -> version;
      case CreateVersionResult.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  /** Lets the user's verdict be the library's. */
  private DraftRevision use(int number) {
    return take(user, library, number);
  }

  private DraftRevision take(StrategyKey taker, StrategyKey source, int number) {
    var head = assets.drafts().latest(taker);
    var other = versions.find(source, number).orElseThrow();
    DmnDocument lib;
    try {
      lib = DmnDocument.read(other.dmn());
    } catch (org.rulewright.xml.UnreadableModelException e) {
      throw new AssertionError(e);
    }
    var used =
        DmnImports.use(
            read(head),
            lib,
            source.value(),
            Integer.toString(number),
            List.of("verdict"),
            "verdict");
    var name =
        used.imports().stream()
            .filter(it -> it.namespace().equals(lib.namespace()))
            .findFirst()
            .orElseThrow()
            .name();
    var text =
        new String(used.bytes(), UTF_8)
            .replaceAll("(?s)<decisionTable.*</decisionTable>", EXPRESSION)
            .replaceAll("(?s)<literalExpression.*</literalExpression>", EXPRESSION)
            .replaceAll("<text>[\\w.]*</text>", "<text>" + name + ".verdict</text>");
    return edit(taker, text.getBytes(UTF_8));
  }

  private DraftRevision edit(StrategyKey key, byte[] dmn) {
    var head = assets.drafts().latest(key);
    return ((SaveResult.Saved) assets.drafts().save(key, head.number(), dmn, head.contract(), lin))
        .revision();
  }

  private @Nullable Object decided(Version version, int years) throws Exception {
    try (var compiled = compiler.compile(version)) {
      assertThat(compiled.compiledShare()).isEqualTo(1);
      var outcome =
          compiled.evaluate(
              Facts.of(Map.of("yearsInBusiness", BigDecimal.valueOf(years))),
              AS_OF,
              true,
              UsedValues.fresh());
      assertThat(outcome).isInstanceOf(Outcome.Decided.class);
      return ((Outcome.Decided) outcome).value();
    }
  }

  private String namespace(StrategyKey key) {
    return read(assets.drafts().latest(key)).namespace();
  }

  private static DmnDocument read(DraftRevision revision) {
    try {
      return DmnDocument.read(revision.dmn());
    } catch (org.rulewright.xml.UnreadableModelException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> codes(List<Diagnostic> found) {
    return found.stream().map(Diagnostic::code).toList();
  }

  private static boolean isError(Diagnostic found) {
    return found.severity() == Severity.ERROR;
  }
}
