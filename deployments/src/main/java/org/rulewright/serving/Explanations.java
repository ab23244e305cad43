package org.rulewright.serving;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.rulewright.decisionlog.DecisionRecord;
import org.rulewright.dmn.Explanation;
import org.rulewright.release.Releases;
import org.rulewright.version.UsedValues;
import org.springframework.stereotype.Service;

/** Says of recorded decisions why they came out as they did, and why not otherwise. */
@Service
public class Explanations {

  private final Releases releases;
  private final ReleasedModels models;

  Explanations(Releases releases, ReleasedModels models) {
    this.releases = releases;
    this.models = models;
  }

  /**
   * Explains a decision by the release it was made by, from the facts on record.
   *
   * @return empty when there is no such release any more
   * @throws IllegalArgumentException when the record's subject was erased
   */
  public Optional<Explanation> of(DecisionRecord record) {
    var payload = record.payload();
    if (payload == null) {
      throw new IllegalArgumentException("an erased decision cannot be explained");
    }
    return releases
        .findByDigest(record.summary().place().releaseDigest())
        .map(release -> {
          try (var loaded = models.of(release.id())) {
            var model = loaded.model();
            return model.explain(
                model.schema().check(Replays.facts(payload)).facts(),
                OffsetDateTime.parse(payload.asOf()),
                UsedValues.recorded(payload.lookups(), payload.scores()));
          }
        });
  }
}
