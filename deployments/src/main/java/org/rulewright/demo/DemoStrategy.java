package org.rulewright.demo;

import java.io.IOException;
import org.rulewright.asset.CreateStrategyResult;
import org.rulewright.asset.NewStrategy;
import org.rulewright.asset.Strategies;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.environment.Environments;
import org.rulewright.release.ReleaseResult;
import org.rulewright.release.Releases;
import org.rulewright.version.CreateVersionResult;
import org.rulewright.version.Version;
import org.rulewright.version.Versions;
import org.springframework.stereotype.Component;

/** Draws the strategy of the demonstration and has it released by a second person. */
@Component
class DemoStrategy {
  static final StrategyKey KEY = new StrategyKey("sme-working-capital");

  private final Strategies strategies;
  private final Versions versions;
  private final Environments environments;
  private final Releases releases;

  DemoStrategy(
      Strategies strategies, Versions versions, Environments environments, Releases releases) {
    this.strategies = strategies;
    this.versions = versions;
    this.environments = environments;
    this.releases = releases;
  }

  /** Does what is not done yet. */
  void ensure(Actor strategist, Actor governor) throws IOException {
    if (strategies.find(KEY).isPresent()) {
      return;
    }
    var wanted =
        new NewStrategy(KEY, "小微企业流动资金贷款", "SME working capital", "按发票、纳税、司法与社保信息决定是否放贷、额度与利率");
    var created = strategies.create(wanted, dmn(), DemoContract.contract(), strategist);
    if (!(created instanceof CreateStrategyResult.Created)) {
      throw new IllegalStateException("the strategy of the demonstration is refused: " + created);
    }
    var version = version(versions.create(KEY, "首个版本", strategist));
    for (var environment : environments.list()) {
      var released = releases.release(version.id(), environment.name(), governor);
      if (!(released instanceof ReleaseResult.Released)) {
        throw new IllegalStateException("the release is refused: " + released);
      }
    }
  }

  private static Version version(CreateVersionResult result) {
    return switch (result) {
      case CreateVersionResult.Created created -> created.version();
      case CreateVersionResult.Existing existing -> existing.version();
      case CreateVersionResult.Refused refused ->
          throw new IllegalStateException("the version is refused: " + refused);
    };
  }

  private static byte[] dmn() throws IOException {
    try (var file = DemoStrategy.class.getResourceAsStream("sme-working-capital.dmn")) {
      if (file == null) {
        throw new IllegalStateException("sme-working-capital.dmn is not in the jar");
      }
      return file.readAllBytes();
    }
  }
}
