package org.rulewright.feature;

import org.rulewright.dataset.CreateResult;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.NewDataset;
import org.rulewright.dataset.TestDatasets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The real dictionary and derivations beside the data sets of a test. */
public final class TestFeatures {
  public final Features features;
  public final DerivedFeatures derived;
  private final TestDatasets studio;

  public TestFeatures(
      JdbcClient jdbc, PlatformTransactionManager transactions, TestDatasets studio) {
    this.studio = studio;
    var sources = new SqlSources(studio.datasets, studio.files);
    var lineages = new LineageStore(jdbc);
    features = new Features(new FeatureStore(jdbc), studio.audit, transactions);
    derived = new DerivedFeatures(sources, studio.files, studio.datasets, lineages, studio.jobs);
    studio.handlers.add(
        new DerivationJob(
            sources, studio.files, studio.ledger, lineages, studio.audit, transactions));
  }

  public Dataset created(String key) {
    var data = new NewDataset(key, "派生 " + key, "");
    return ((CreateResult.Created) studio.datasets.createDerived(data, TestDatasets.ANNA))
        .dataset();
  }

  /** Derives into the data set and waits for the end. */
  public DerivationResult derived(Dataset dataset, String sql, String subject) {
    var job = derived.submit(new DerivationRequest(dataset.id(), sql, subject), TestDatasets.ANNA);
    var ended = studio.ended(job);
    return derived
        .result(job)
        .orElseThrow(() -> new AssertionError("the derivation failed: " + ended));
  }
}
