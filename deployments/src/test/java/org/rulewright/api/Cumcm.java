package org.rulewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rulewright.SharedData;
import org.rulewright.access.Role;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Reason;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.decision.FactType;
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Versions;

/**
 * The task C of 2020: 123 enterprises with a rating and known defaults, 302 without, and 1.1
 * million invoices. Data comes in over the public API; the strategy is drawn and released by two
 * persons.
 */
final class Cumcm {
  static final StrategyKey KEY = new StrategyKey("cumcm-credit");
  static final String KNOWN = "att1_features";
  static final String UNKNOWN = "att2_features";

  static final StrategyContract CONTRACT =
      new StrategyContract(
          "Offer",
          List.of(
              new ContractInput("rating", FactType.TEXT, false),
              number("annualSales"),
              number("activeMonths"),
              number("customers"),
              number("suppliers"),
              number("cancelledShare"),
              number("topCustomerShare"),
              number("daysSinceLastSale")),
          List.of(
              new Reason("GRADE_D", "信用等级为 D", "The credit grade is D"),
              new Reason("SHORT_RECORD", "有销售记录的月份不足 6 个", "Fewer than six months with sales"),
              new Reason("LOW_SALES", "年均销售额偏低", "Yearly sales are low"),
              new Reason("MANY_CANCELLED", "作废发票占比过高", "Too many invoices are cancelled"),
              new Reason("ONE_CUSTOMER", "销售过度依赖单一客户", "Sales depend on one customer"),
              new Reason("NO_RECENT_SALES", "近四个月没有销售", "No sales in the last four months"),
              new Reason("STEADY_BUSINESS", "经营稳定，销售持续", "Steady business with lasting sales"),
              new Reason("CLEAN_INVOICES", "作废发票很少", "Few invoices are cancelled"),
              new Reason("MODERATE_GRADE", "信用等级中等", "The credit grade is moderate"),
              new Reason("GOOD_GRADE", "信用等级良好", "The credit grade is good")));

  private static final String FOLDER = "cumcm2020c/";
  private static final String CHURN = "att3_churn";

  private final Platform platform;
  private final StudioClient client;

  private Cumcm(Platform platform) {
    this.platform = platform;
    this.client = new StudioClient(platform);
  }

  /**
   * Imports, derives, marks the outcome and releases; ends the test as skipped without the data.
   */
  static void prepare(Platform platform) throws IOException, InterruptedException {
    SharedData.file(FOLDER + "att2_output_invoices.csv.gz");
    var task = new Cumcm(platform);
    task.importFiles();
    task.deriveFeatures();
    task.release();
  }

  private void importFiles() throws IOException, InterruptedException {
    var jobs = new ArrayList<String>();
    for (var part : List.of("att1", "att2")) {
      jobs.add(imported(part + "_enterprises", ".csv"));
      jobs.add(imported(part + "_input_invoices", ".csv.gz"));
      jobs.add(imported(part + "_output_invoices", ".csv.gz"));
    }
    // Two lines of headings; the second names the grades.
    var churn = SharedData.file(FOLDER + "附件3_银行贷款年利率与客户流失率关系的统计数据.xlsx");
    jobs.add(client.importFile(CHURN, churn, "{\"skippedLines\": 1, \"header\": true}"));
    for (var job : jobs) {
      client.await(job);
    }
  }

  private String imported(String name, String ending) throws IOException {
    return client.importFile(name, SharedData.file(FOLDER + name + ending), "");
  }

  private void deriveFeatures() throws IOException, InterruptedException {
    var sql = text("/org/rulewright/feature/enterprise-features.sql");
    var known = filled(sql, "att1", "\"信誉评级\"", "\"是否违约\"");
    var unknown = filled(sql, "att2", "CAST(NULL AS VARCHAR)", "CAST(NULL AS BOOLEAN)");
    client.await(client.derive(KNOWN, known, "subject"));
    client.await(client.derive(UNKNOWN, unknown, "subject"));
    var outcome =
        client.post(
            "/api/v1/datasets/" + KNOWN + "/outcome",
            Map.of("column", "defaulted", "badValues", List.of("true"), "description", "是否违约"));
    assertThat(outcome.status()).as(outcome.body()).isEqualTo(200);
  }

  private static String filled(String sql, String part, String rating, String defaulted) {
    return sql.replace("{p}", part).replace("{rating}", rating).replace("{defaulted}", defaulted);
  }

  private void release() throws IOException {
    var strategist = platform.person(Role.STRATEGIST);
    var governor = platform.person(Role.GOVERNOR);
    var wanted = new NewStrategy(KEY, "中小微企业信贷决策", "Credit for small enterprises", "CUMCM 2020 C");
    assertThat(platform.bean(Strategies.class).create(wanted, model(), CONTRACT, strategist))
        .isInstanceOf(CreateStrategyResult.Created.class);
    var created = platform.bean(Versions.class).create(KEY, "CUMCM 2020 C", strategist);
    assertThat(created).isInstanceOf(CreateVersionResult.Created.class);
    var version = ((CreateVersionResult.Created) created).version();
    assertThat(platform.bean(Releases.class).release(version.id(), Platform.PRODUCTION, governor))
        .isInstanceOf(ReleaseResult.Released.class);
  }

  static byte[] model() throws IOException {
    return text("/org/rulewright/simulation/cumcm-credit.dmn").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A budget in CNY: what the known defaults of each grade say, half a case added on either side
   * since the groups are small, and the customers lost by rate of the task's third attachment.
   */
  static Map<String, Object> budget(StudioClient client, long total) {
    return Map.of(
        "total",
        total,
        "lossGivenDefault",
        new BigDecimal("0.60"),
        "fundingCost",
        new BigDecimal("0.03"),
        "defaultProbabilities",
        Map.of(
            "A", probability(0, 27),
            "B", probability(1, 38),
            "C", probability(2, 34),
            "D", probability(24, 24)),
        "churn",
        churn(client));
  }

  private static BigDecimal probability(int bad, int cases) {
    return new BigDecimal(bad)
        .add(new BigDecimal("0.5"))
        .divide(new BigDecimal(cases + 1), 6, RoundingMode.HALF_UP);
  }

  static List<Map<String, Object>> churn(StudioClient client) {
    var points = new ArrayList<Map<String, Object>>();
    for (var row : client.rowsOf(CHURN)) {
      var rate = row.get("column_1").decimalValue();
      for (var grade : List.of("A", "B", "C")) {
        points.add(
            Map.of("grade", grade, "rate", rate, "share", row.get("信誉评级" + grade).decimalValue()));
      }
    }
    return points;
  }

  private static ContractInput number(String name) {
    return new ContractInput(name, FactType.NUMBER, false);
  }

  private static String text(String resource) throws IOException {
    try (var file = Objects.requireNonNull(Cumcm.class.getResourceAsStream(resource), resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
