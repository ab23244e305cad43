package org.rulewright.version;

import java.util.Optional;
import org.rulewright.asset.AssetServices;
import org.rulewright.asset.ImportSource;
import org.rulewright.asset.StrategyContents;
import org.rulewright.notification.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The services of this package on a test's database, as Spring would wire them. */
public final class VersionServices {

  private VersionServices() {}

  public static Versions on(JdbcClient jdbc, PlatformTransactionManager transactions) {
    AssetServices assets = AssetServices.on(jdbc, transactions);
    var store = new VersionStore(jdbc, assets.contents());
    return new Versions(
        assets.drafts(),
        store,
        new Contributors(jdbc, assets.audit()),
        new Pins(key -> Optional.empty(), key -> Optional.empty(), assets.imports()),
        new PinnedStrategies(store),
        new StrategyUses(jdbc),
        assets.audit(),
        new VersionNews(assets.strategies(), new Notifications(jdbc, unheard -> {})),
        transactions);
  }

  /** The versions that drafts may import. */
  public static ImportSource source(JdbcClient jdbc, StrategyContents contents) {
    return new PinnedStrategies(new VersionStore(jdbc, contents));
  }

  /** A compiler of versions that pin no tables and no models. */
  public static VersionCompiler compiler(JdbcClient jdbc, PlatformTransactionManager transactions) {
    var contents = AssetServices.on(jdbc, transactions).contents();
    return new VersionCompiler(
        pin -> {
          throw new IllegalStateException("nothing is pinned here: " + pin);
        },
        pin -> {
          throw new IllegalStateException("nothing is pinned here: " + pin);
        },
        new PinnedStrategies(new VersionStore(jdbc, contents)));
  }
}
