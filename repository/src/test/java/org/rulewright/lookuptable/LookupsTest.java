package org.rulewright.lookuptable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulewright.dataset.TestDatasets.ANNA;
import static org.rulewright.dataset.TestDatasets.anyKey;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditQuery;
import org.rulewright.blob.DamagedBlobException;
import org.rulewright.database.PostgresTest;
import org.rulewright.dataset.RowErrorPolicy;
import org.rulewright.dataset.TestDatasets;
import org.rulewright.dataset.source.ColumnType;
import org.rulewright.dataset.source.SourceLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
final class LookupsTest {

  private static final OffsetDateTime TODAY =
      OffsetDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneOffset.ofHours(8));

  private static final String INDUSTRIES =
      """
      code,name,risk,low
      C13,农副食品加工业,0.35,true
      J66,货币金融服务,0.10,false
      """;

  private static final String RATES =
      """
      years,rate,from,to
      1,3.45,2023-08-21,2024-12-31
      1,3.10,2025-01-01,
      5,3.60,,
      """;

  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  @TempDir private Path folder;
  private TestDatasets studio;
  private LookupStore store;
  private Lookups lookups;

  LookupsTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void start() {
    studio = new TestDatasets(jdbc, transactions, folder);
    store = new LookupStore(jdbc);
    var ledger = new LookupLedger(store, studio.audit, transactions);
    studio.handlers.add(new LookupImportJob(studio.blobs, SourceLimits.DEFAULT, ledger));
    studio.started();
    lookups = fresh();
  }

  private Lookups fresh() {
    return new Lookups(store, new LoadedLookups(studio.blobs), studio.jobs, studio.blobs);
  }

  @AfterEach
  void stop() {
    studio.close();
  }

  @Test
  void aFileBecomesAVersionThatIsReadBackAsItWas() throws IOException {
    var key = anyKey();

    var result = imported(key, INDUSTRIES, List.of("code"), null, null);

    assertThat(result.version()).isEqualTo(1);
    var version = lookups.find(key).orElseThrow().current();
    assertThat(version.rows()).isEqualTo(2);
    assertThat(fresh().table(version).find(List.of("C13"), TODAY))
        .contains(
            Map.of("code", "C13", "name", "农副食品加工业", "risk", new BigDecimal("0.35"), "low", true));
    assertThat(lookups.newest().shape(key)).contains(version.definition().shape());
    assertThat(actions(key)).containsExactly(AuditAction.LOOKUP_IMPORTED);
  }

  @Test
  void theSameContentIsTheSameVersionAndAnotherTheNext() throws IOException {
    var key = anyKey();
    imported(key, INDUSTRIES, List.of("code"), null, null);

    assertThat(imported(key, INDUSTRIES, List.of("code"), null, null).version()).isEqualTo(1);
    var changed = INDUSTRIES.replace("0.35", "0.40");
    assertThat(imported(key, changed, List.of("code"), null, null).version()).isEqualTo(2);

    var versions = lookups.versions(key);
    assertThat(versions).extracting(LookupVersion::number).containsExactly(2, 1);
    assertThat(lookups.version(key, versions.get(1).digest())).contains(versions.get(1));
    assertThat(risk(lookups.table(versions.get(0)))).isEqualTo(new BigDecimal("0.40"));
    assertThat(risk(lookups.table(versions.get(1)))).isEqualTo(new BigDecimal("0.35"));
  }

  @Test
  void aDatedTableHasOneRowInForceOnADay() throws IOException {
    var key = anyKey();
    imported(key, RATES, List.of("years"), "from", "to");

    var version = lookups.find(key).orElseThrow().current();
    assertThat(version.definition().dated()).isTrue();
    assertThat(rate(key, TODAY)).isEqualTo(new BigDecimal("3.10"));
    assertThat(rate(key, TODAY.withYear(2024))).isEqualTo(new BigDecimal("3.45"));
    var page = lookups.rows(version, 1, 5);
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.rows()).hasSize(2);
    assertThat(page.rows().getFirst().period().from()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(page.rows().getFirst().period().to()).isNull();
  }

  @Test
  void doubleKeysAndOverlapsMakeNoVersionAndAreToldByTheirLine() throws IOException {
    var key = anyKey();

    var result = imported(key, INDUSTRIES + "C13,x,1,true\n", List.of("code"), null, null);

    assertThat(result.kept()).isFalse();
    assertThat(result.findingCount()).isEqualTo(1);
    assertThat(result.findings().getFirst().line()).isEqualTo(4);
    assertThat(result.findings().getFirst().en()).contains("row 4").contains("row 2");
    assertThat(lookups.find(key)).isEmpty();

    var overlap = imported(key, RATES + "5,4.0,2025-01-01,\n", List.of("years"), "from", "to");
    assertThat(overlap.findings().getFirst().zh()).contains("有效期重叠");
  }

  @Test
  void unreadableRowsAreReportedAndMayRefuseAll() throws IOException {
    var key = anyKey();
    var wrong = INDUSTRIES + "K70,房地产业,abc,true\n";

    var kept = imported(key, wrong, List.of("code"), null, null);

    assertThat(kept.version()).isEqualTo(1);
    assertThat(kept.refusedRows()).isEqualTo(1);
    try (var report = lookups.report(java.util.Objects.requireNonNull(kept.report()))) {
      assertThat(new String(report.readAllBytes(), StandardCharsets.UTF_8)).contains("abc");
    }
    var all = request(anyKey(), wrong, List.of("code"), null, null, RowErrorPolicy.REFUSE_ALL);
    assertThat(run(all).kept()).isFalse();
  }

  @Test
  void whatCannotBeCalledInAnExpressionIsRefusedBeforeItIsRead() throws IOException {
    assertThat(refusal(request("Bad Key", INDUSTRIES, List.of("code"), null, null)))
        .isEqualTo(LookupRefusal.KEY);
    assertThat(refusal(request(anyKey(), INDUSTRIES, List.of(), null, null)))
        .isEqualTo(LookupRefusal.KEYS);
    assertThat(refusal(request(anyKey(), INDUSTRIES, List.of("nothing"), null, null)).en())
        .contains("nothing");
    assertThat(refusal(request(anyKey(), INDUSTRIES, List.of("code"), "name", null)).en())
        .contains("must be a date");
    var spaced = INDUSTRIES.replace("code,", "industry code,");
    assertThat(refusal(request(anyKey(), spaced, List.of("industry code"), null, null)).en())
        .contains("one word");
  }

  @Test
  void aFileChangedOnTheDiskIsRefused() throws IOException {
    var key = anyKey();
    imported(key, INDUSTRIES, List.of("code"), null, null);
    var version = lookups.find(key).orElseThrow().current();
    var file = studio.blobs.path(version.digest());
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);

    assertThatThrownBy(() -> fresh().table(version))
        .satisfies(
            it -> assertThat(it instanceof DamagedBlobException || it.getCause() != null).isTrue());
  }

  private static @Nullable Object risk(org.rulewright.lookup.LookupTable table) {
    return table.find(List.of("C13"), TODAY).orElseThrow().get("risk");
  }

  private @Nullable Object rate(String key, OffsetDateTime asOf) {
    return lookups.newest().row(key, List.of(1), asOf).orElseThrow().get("rate");
  }

  private LookupRefusal refusal(LookupImport request) {
    return ((LookupImportStart.Refused) lookups.submitImport(request, ANNA)).refusal();
  }

  private LookupImportResult imported(
      String key, String csv, List<String> keys, @Nullable String from, @Nullable String to)
      throws IOException {
    return run(request(key, csv, keys, from, to));
  }

  private LookupImportResult run(LookupImport request) {
    var begun = (LookupImportStart.Begun) lookups.submitImport(request, ANNA);
    var ended = studio.ended(begun.job());
    assertThat(ended.error()).isNull();
    return lookups.importResult(begun.job()).orElseThrow();
  }

  private LookupImport request(
      String key, String csv, List<String> keys, @Nullable String from, @Nullable String to)
      throws IOException {
    return request(key, csv, keys, from, to, RowErrorPolicy.KEEP_GOOD_ROWS);
  }

  private LookupImport request(
      String key,
      String csv,
      List<String> keys,
      @Nullable String from,
      @Nullable String to,
      RowErrorPolicy policy)
      throws IOException {
    var upload = studio.upload(csv);
    var guessed = studio.preview(upload).options();
    var options =
        guessed.withColumns(
            guessed.columns().stream()
                .map(it -> it.name().equals("risk") ? it.as(ColumnType.NUMBER) : it)
                .toList());
    return new LookupImport(key, "名称", upload, "file.csv", options, keys, from, to, policy);
  }

  private List<AuditAction> actions(String key) {
    return studio.audit.search(AuditQuery.latest(500)).entries().stream()
        .filter(it -> it.thingId().equals(key))
        .map(it -> it.action())
        .toList();
  }
}
