package org.rulewright.version;

import java.util.Optional;
import org.rulewright.asset.AssetServices;
import org.rulewright.notification.Notifications;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The services of this package on a test's database, as Spring would wire them. */
public final class VersionServices {

  private VersionServices() {}

  public static Versions on(JdbcClient jdbc, PlatformTransactionManager transactions) {
    AssetServices assets = AssetServices.on(jdbc, transactions);
    return new Versions(
        assets.drafts(),
        new VersionStore(jdbc, assets.contents()),
        new Contributors(jdbc, assets.audit()),
        new Pins(key -> Optional.empty(), key -> Optional.empty()),
        assets.audit(),
        new VersionNews(assets.strategies(), new Notifications(jdbc, unheard -> {})),
        transactions);
  }

  /** A compiler of versions that pin nothing. */
  public static VersionCompiler compiler() {
    return new VersionCompiler(
        pin -> {
          throw new IllegalStateException("nothing is pinned here: " + pin);
        },
        pin -> {
          throw new IllegalStateException("nothing is pinned here: " + pin);
        });
  }
}
