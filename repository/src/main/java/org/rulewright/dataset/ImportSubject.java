package org.rulewright.dataset;

import org.rulewright.job.Job;
import org.rulewright.notification.JobSubject;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;
import org.springframework.stereotype.Component;

/** An import leads to the data set it was for. */
@Component
class ImportSubject implements JobSubject {

  private final Datasets datasets;

  ImportSubject(Datasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public String kind() {
    return ImportJob.KIND;
  }

  @Override
  public Yield of(Job job) {
    var dataset = DatasetJson.read(job.parameters(), ImportRequest.class).dataset();
    var result = job.result();
    return new Yield(
        new Thing(ThingKind.DATASET, datasets.get(dataset).key()),
        result != null && DatasetJson.read(result, ImportResult.class).kept());
  }
}
