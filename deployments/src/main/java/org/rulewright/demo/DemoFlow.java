package org.rulewright.demo;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Reason;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyContract;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Versions;
import org.springframework.stereotype.Component;

/**
 * A second strategy of the demonstration, which answers by a flow: look up, decide, score, or
 * refer.
 */
@Component
class DemoFlow {
  static final StrategyKey KEY = new StrategyKey("sme-fast-lane");

  private static final String ENVIRONMENT = "development";

  private final Strategies strategies;
  private final Versions versions;
  private final Releases releases;

  DemoFlow(Strategies strategies, Versions versions, Releases releases) {
    this.strategies = strategies;
    this.versions = versions;
    this.releases = releases;
  }

  /** Does what is not done yet. */
  void ensure(Actor strategist, Actor governor) throws IOException {
    if (strategies.find(KEY).isPresent()) {
      return;
    }
    var wanted =
        new NewStrategy(
            KEY, "小微企业快速通道", "SME fast lane", "按行业政策、报价利率与违约概率快速决定；行业不在册、超过上限或违约概率偏高的转人工");
    var created =
        strategies.create(
            wanted, file("sme-fast-lane.dmn"), file("sme-fast-lane.bpmn"), contract(), strategist);
    if (!(created instanceof CreateStrategyResult.Created)) {
      throw new IllegalStateException("the flow of the demonstration is refused: " + created);
    }
    var made = versions.create(KEY, "首个版本", strategist);
    if (!(made instanceof CreateVersionResult.Created version)) {
      throw new IllegalStateException("the flow of the demonstration is refused: " + made);
    }
    var released = releases.release(version.version().id(), ENVIRONMENT, governor);
    if (!(released instanceof ReleaseResult.Released)) {
      throw new IllegalStateException("the release of the flow is refused: " + released);
    }
  }

  private static StrategyContract contract() {
    return new StrategyContract(
        "快速通道",
        List.of(
            input("requestedAmount", true),
            input("industry", true),
            input("activeMonths", false),
            input("overdueTax", false),
            input("dishonest", false),
            input("courtCases", false),
            input("insuredMonths", false),
            input("taxRating", false)),
        List.of(
            new Reason("DISHONEST", "列入失信被执行人名单", "On the list of dishonest persons"),
            new Reason("OVERDUE_TAX", "存在欠税", "There is overdue tax"),
            new Reason("SHORT_RECORD", "有销售记录的月份不足", "Too few months with sales"),
            new Reason("STEADY_BUSINESS", "经营稳定,销售持续", "Steady business with lasting sales"),
            new Reason("UNKNOWN_INDUSTRY", "行业不在政策表中", "The industry is not in the policy"),
            new Reason("OVER_CEILING", "超过行业上限", "Above the ceiling of the industry"),
            new Reason("HIGH_RISK", "模型评估的违约概率偏高", "The model finds default too likely")));
  }

  private static ContractInput input(String name, boolean required) {
    var type = Objects.requireNonNull(DemoFeatures.all().get(name)).type();
    return new ContractInput(name, type, required);
  }

  private static byte[] file(String name) throws IOException {
    try (var file = DemoFlow.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return file.readAllBytes();
    }
  }
}
