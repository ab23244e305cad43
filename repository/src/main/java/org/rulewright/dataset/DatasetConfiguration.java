package org.rulewright.dataset;

import org.rulewright.database.DataFolder;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.rulewright.dataset.source.SourceLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where snapshots live and how large a delivered file may be. */
@Configuration(proxyBeanMethods = false)
class DatasetConfiguration {

  @Bean
  SnapshotFiles snapshotFiles(DataFolder data) {
    var files = new SnapshotFiles(data.folder("datasets"));
    files.clearScratch();
    return files;
  }

  @Bean
  SourceLimits sourceLimits() {
    return SourceLimits.DEFAULT;
  }
}
