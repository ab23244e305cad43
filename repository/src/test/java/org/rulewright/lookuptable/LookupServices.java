package org.rulewright.lookuptable;

import org.rulewright.dataset.TestDatasets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The services of this package on a test's database, as Spring would wire them. */
public final class LookupServices {

  private LookupServices() {}

  public static Lookups on(JdbcClient jdbc, TestDatasets studio) {
    return new Lookups(
        new LookupStore(jdbc), new LoadedLookups(studio.blobs), studio.jobs, studio.blobs);
  }
}
