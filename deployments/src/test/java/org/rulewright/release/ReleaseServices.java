package org.rulewright.release;

import org.rulewright.access.Users;
import org.rulewright.asset.AssetServices;
import org.rulewright.environment.Environments;
import org.rulewright.notification.Notifications;
import org.rulewright.version.VersionServices;
import org.rulewright.version.Versions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The services of this package on a test's database, as Spring would wire them. */
public record ReleaseServices(
    AssetServices assets, Versions versions, Users users, Releases releases, Rollouts rollouts) {

  public static ReleaseServices on(JdbcClient jdbc, PlatformTransactionManager transactions) {
    var assets = AssetServices.on(jdbc, transactions);
    var versions = VersionServices.on(jdbc, transactions);
    var users = new Users(jdbc, assets.audit(), transactions);
    var rollouts = new Rollouts(jdbc);
    var store = new ReleaseStore(jdbc, versions);
    var environments = new Environments(jdbc);
    var news =
        new ReleaseNews(environments, assets.strategies(), new Notifications(jdbc, unheard -> {}));
    var releases =
        new Releases(
            environments,
            assets.strategies(),
            versions,
            store,
            rollouts,
            new ReleaseDesk(
                users,
                store,
                rollouts,
                VersionServices.compiler(jdbc, transactions),
                assets.audit(),
                news,
                transactions));
    return new ReleaseServices(assets, versions, users, releases, rollouts);
  }
}
