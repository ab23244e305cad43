package org.rulewright.feature;

import org.rulewright.dataset.Datasets;
import org.rulewright.job.Job;
import org.rulewright.notification.JobSubject;
import org.rulewright.notification.Thing;
import org.rulewright.notification.ThingKind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A derivation leads to the data set it was to fill. */
@Component
class DerivationSubject implements JobSubject {

  private final Datasets datasets;

  DerivationSubject(Datasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public String kind() {
    return DerivationJob.KIND;
  }

  @Override
  public Yield of(Job job) {
    var json = JsonMapper.shared();
    var dataset = json.readValue(job.parameters(), DerivationRequest.class).dataset();
    var result = job.result();
    return new Yield(
        new Thing(ThingKind.DATASET, datasets.get(dataset).key()),
        result != null && json.readValue(result, DerivationResult.class).snapshot() != null);
  }
}
