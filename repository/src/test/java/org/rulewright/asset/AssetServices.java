package org.rulewright.asset;

import java.util.Optional;
import org.rulewright.audit.AuditTrail;
import org.rulewright.decision.LookupSource;
import org.rulewright.feature.DictionaryServices;
import org.rulewright.notification.Notifications;
import org.rulewright.version.VersionServices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The services of this package on a test's database, as Spring would wire them. */
public record AssetServices(
    Strategies strategies,
    Drafts drafts,
    DraftConflicts conflicts,
    StrategyContents contents,
    Imports imports,
    AuditTrail audit) {

  /** Builds new ones: what a restart leaves is what the database knows. */
  public static AssetServices on(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return on(jdbc, transactions, LookupSource.NONE);
  }

  /** The same with look-up tables. */
  public static AssetServices on(
      JdbcClient jdbc, PlatformTransactionManager transactions, LookupSource lookups) {
    var audit = new AuditTrail(jdbc, transactions);
    var strategies = new StrategyStore(jdbc);
    var contents = new StrategyContents(jdbc);
    var drafts = new DraftStore(jdbc, contents);
    var sides = new SideStore(jdbc, contents);
    var features = DictionaryServices.on(jdbc, transactions);
    var imports = new Imports(VersionServices.source(jdbc, contents));
    var check =
        new DraftCheck(
            new FeatureDictionary(features), lookups, models -> Optional.empty(), imports);
    var news = new DraftNews(strategies, new Notifications(jdbc, unheard -> {}));
    var heads = new DraftHead(strategies, drafts, audit, transactions);
    return new AssetServices(
        new Strategies(strategies, heads, check, audit, transactions),
        new Drafts(heads, drafts, sides, check, news),
        new DraftConflicts(heads, sides, check, news),
        contents,
        imports,
        audit);
  }
}
