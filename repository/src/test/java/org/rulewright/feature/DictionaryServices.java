package org.rulewright.feature;

import org.rulewright.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The dictionary alone on a test's database, as Spring would wire it. */
public final class DictionaryServices {

  private DictionaryServices() {}

  public static Features on(JdbcClient jdbc, PlatformTransactionManager transactions) {
    return new Features(new FeatureStore(jdbc), new AuditTrail(jdbc, transactions), transactions);
  }
}
