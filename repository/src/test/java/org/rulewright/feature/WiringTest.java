package org.rulewright.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rulewright.database.DataFolder;
import org.rulewright.database.PostgresTest;
import org.rulewright.dataset.DatasetRows;
import org.rulewright.dataset.Datasets;
import org.rulewright.job.JobHandler;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@PostgresTest
final class WiringTest {

  @Test
  void springFindsTheServicesAndTheHandlersOfTheirJobs(
      JdbcClient jdbc, PlatformTransactionManager transactions, @TempDir Path folder) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(PropertySourcesPlaceholderConfigurer.class);
      context.registerBean(JdbcClient.class, () -> jdbc);
      context.registerBean(PlatformTransactionManager.class, () -> transactions);
      context.registerBean(DataFolder.class, () -> DataFolder.open(folder));
      context.scan(
          "org.rulewright.audit",
          "org.rulewright.blob",
          "org.rulewright.job",
          "org.rulewright.dataset",
          "org.rulewright.feature");
      context.refresh();

      assertThat(context.getBean(Datasets.class).list(false)).isEmpty();
      assertThat(context.getBean(Features.class).list()).isEmpty();
      assertThat(context.getBean(DatasetRows.class)).isNotNull();
      assertThat(context.getBean(DerivedFeatures.class)).isNotNull();
      assertThat(context.getBeansOfType(JobHandler.class).values())
          .extracting(JobHandler::kind)
          .contains("dataset-import", "feature-derivation");
    }
  }
}
