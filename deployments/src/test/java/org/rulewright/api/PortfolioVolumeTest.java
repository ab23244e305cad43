package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.SharedMaterial;
import org.rulewright.access.Role;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Reason;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decision.FactType;
import org.rulewright.decisionlog.DecisionId;
import org.rulewright.decisionlog.DecisionLog;
import org.rulewright.decisionlog.DecisionPayload;
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.serving.Caller;
import org.rulewright.serving.DecisionRequest;
import org.rulewright.serving.DecisionResult;
import org.rulewright.serving.DecisionService;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Versions;
import tools.jackson.databind.JsonNode;

/**
 * The strategy of the demonstration over rows of the volume set: a run comes to what each row comes
 * to alone.
 *
 * <p>{@code -Drulewright.portfolio.rows=459297 -Drulewright.patience.minutes=30} runs the whole set
 * and prints how long it took.
 */
final class PortfolioVolumeTest {

  private static final int ROWS = Integer.getInteger("rulewright.portfolio.rows", 1_500);
  private static final int COMPARED = 400;
  private static final StrategyKey STRATEGY = new StrategyKey("portfolio-volume");
  private static final Map<String, FactType> INPUTS = new LinkedHashMap<>();

  static {
    for (var number :
        List.of(
            "annualSales",
            "activeMonths",
            "customers",
            "suppliers",
            "cancelledShare",
            "topCustomerShare",
            "daysSinceLastSale",
            "courtCases",
            "insuredMonths",
            "requestedAmount",
            "overdueTax")) {
      INPUTS.put(number, FactType.NUMBER);
    }
    INPUTS.put("taxRating", FactType.TEXT);
    INPUTS.put("dishonest", FactType.BOOLEAN);
  }

  private final Platform platform = Platform.running();
  private final StudioClient client = new StudioClient(platform);

  @TempDir private Path folder;

  @Test
  void aRunComesToWhatEachRowComesToAlone() throws Exception {
    var file = folder.resolve("volume.csv");
    write(file);
    client.await(client.importFile("portfolio_volume", file, ""));
    release();

    long start = System.nanoTime();
    var run =
        client.run(
            Map.of(
                "environment",
                Platform.PRODUCTION,
                "strategy",
                STRATEGY.value(),
                "dataset",
                "portfolio_volume",
                "subject",
                "code"));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "portfolio run: %d rows in %.1f s, %.0f rows/s%n", ROWS, seconds, ROWS / seconds);

    assertThat(run.get("summary").get("rows").asInt()).isEqualTo(ROWS);
    var kinds = new HashSet<String>();
    var lines = Files.readAllLines(file);
    for (var row : rows(run)) {
      kinds.add(compare(row, facts(lines.getFirst(), lines.get(row.get("row").asInt() + 1))));
    }
    // The comparison means nothing unless rows are approved, declined, referred and refused.
    assertThat(kinds).contains("APPROVE", "DECLINE", "REFER", "refused");
  }

  private List<JsonNode> rows(JsonNode run) {
    var rows = new ArrayList<JsonNode>();
    client
        .get("/api/v1/portfolio-runs/" + run.get("id").asString() + "/rows?limit=" + COMPARED)
        .get("rows")
        .forEach(rows::add);
    assertThat(rows).hasSize(COMPARED);
    return rows;
  }

  /** Decides the row again by itself, and compares answer and record; returns how it ended. */
  private String compare(JsonNode row, Map<String, @Nullable Object> facts) {
    var subject = row.get("subject").asString();
    var request = DecisionRequest.of(subject, facts);
    var caller = Caller.of(platform.person(Role.STRATEGIST), Locale.SIMPLIFIED_CHINESE);
    var alone =
        platform.bean(DecisionService.class).decide(Platform.PRODUCTION, STRATEGY, request, caller);
    if (!(alone instanceof DecisionResult.Answered answered)) {
      assertThat(row.get("problem").isNull()).as(row.toString()).isFalse();
      return "refused";
    }
    var log = platform.bean(DecisionLog.class);
    var mine = log.find(answered.answer().id()).orElseThrow();
    var decision = DecisionId.parse(row.get("decision").asString()).orElseThrow();
    var its = log.find(decision).orElseThrow();
    assertThat(its.summary().headline()).isEqualTo(mine.summary().headline());
    assertThat(parts(its.payload())).isEqualTo(parts(mine.payload()));
    assertThat(row.get("verdict").asString()).isEqualTo(mine.summary().headline().verdict());
    return row.get("verdict").asString();
  }

  /** What does not depend on when it was decided and where its facts come from. */
  private static List<@Nullable Object> parts(@Nullable DecisionPayload payload) {
    assertThat(payload).isNotNull();
    return List.of(
        payload.subject(),
        payload.language(),
        payload.facts().stream()
            .map(it -> it.name() + it.type() + it.state() + it.value())
            .toList(),
        payload.outputs(),
        payload.reasons(),
        payload.trace(),
        payload.problems(),
        payload.scores(),
        payload.lookups());
  }

  private static Map<String, @Nullable Object> facts(String header, String line) {
    var names = header.split(",");
    var cells = line.split(",", -1);
    var facts = new HashMap<String, @Nullable Object>();
    for (int i = 1; i < names.length; i++) {
      facts.put(names[i], cells[i].isEmpty() ? null : value(names[i], cells[i]));
    }
    return facts;
  }

  private static Object value(String name, String cell) {
    return INPUTS.get(name) == FactType.NUMBER
        ? new BigDecimal(cell)
        : INPUTS.get(name) == FactType.BOOLEAN ? (Object) Boolean.valueOf(cell) : cell;
  }

  private void release() throws IOException {
    var dmn = Platform.class.getResourceAsStream("/org/rulewright/demo/sme-working-capital.dmn");
    var contract =
        new StrategyContract(
            "Offer",
            INPUTS.entrySet().stream()
                .map(it ->
                    new ContractInput(
                        it.getKey(), it.getValue(), it.getKey().equals("requestedAmount")))
                .toList(),
            List.of(new Reason("GRADE_D", "综合评分过低", "The overall points are too low")));
    var strategist = platform.person(Role.STRATEGIST);
    var created =
        platform
            .bean(Strategies.class)
            .create(
                new NewStrategy(STRATEGY, "组合", "Portfolio", ""),
                dmn.readAllBytes(),
                contract,
                strategist);
    assertThat(created).isInstanceOf(CreateStrategyResult.Created.class);
    var version =
        (CreateVersionResult.Created)
            platform.bean(Versions.class).create(STRATEGY, "first", strategist);
    assertThat(
            platform
                .bean(Releases.class)
                .release(
                    version.version().id(), Platform.PRODUCTION, platform.person(Role.GOVERNOR)))
        .isInstanceOf(ReleaseResult.Released.class);
  }

  /** The volume set's columns under the names of the demonstration's features, some left empty. */
  private static void write(Path target) throws IOException {
    var source = SharedMaterial.folder("data/sba").resolve("sba_derived_features_459297.csv.gz");
    try (var reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(source)), StandardCharsets.UTF_8));
        var writer = Files.newBufferedWriter(target)) {
      writer.write("code," + String.join(",", INPUTS.keySet()) + "\n");
      reader.readLine();
      for (int i = 0; i < ROWS; i++) {
        var cells = reader.readLine().split(",", -1);
        int term = (int) Double.parseDouble(cells[1]);
        long granted = (long) Double.parseDouble(cells[3]);
        long backed = (long) Double.parseDouble(cells[4]);
        writer.write("SBA" + i);
        for (var name : INPUTS.keySet()) {
          writer.write("," + cell(name, i, term, granted, backed));
        }
        writer.write("\n");
      }
    }
  }

  private static String cell(String name, int i, int term, long granted, long backed) {
    return switch (name) {
      case "annualSales" -> i % 50 == 7 ? "" : String.valueOf(granted * 10);
      case "activeMonths" -> String.valueOf(Math.min(36, term / 4));
      case "customers" -> String.valueOf(term / 3);
      case "suppliers" -> String.valueOf(granted % 40);
      case "cancelledShare" -> i % 31 == 3 ? "" : "0." + (10 + granted / 1000 % 30);
      case "topCustomerShare" -> "0." + (10 + backed / 500 % 80);
      case "daysSinceLastSale" -> String.valueOf(backed / 1000 % 200);
      case "courtCases" -> String.valueOf(i % 11 / 9);
      case "insuredMonths" -> String.valueOf(term / 5);
      case "requestedAmount" -> i % 97 == 5 ? "" : String.valueOf(Math.max(10_000, backed));
      case "overdueTax" -> i % 23 == 1 ? "3000" : "0";
      case "taxRating" -> List.of("A", "B", "M", "C", "D").get((int) (granted / 1000 % 5));
      case "dishonest" -> String.valueOf(i % 61 == 2);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
