package org.rulewright.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rulewright.asset.StrategyKey;
import org.rulewright.audit.Actor;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;
import org.rulewright.parity.Limits;
import org.rulewright.signing.InstallationKey;
import org.rulewright.version.Version;
import org.rulewright.version.VersionId;
import org.rulewright.version.Versions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Has versions examined and shows what was found. */
@Service
public class Examinations {

  private final EvidenceStore store;
  private final Versions versions;
  private final Jobs jobs;
  private final InstallationKey key;
  private final long seconds;

  Examinations(
      EvidenceStore store,
      Versions versions,
      Jobs jobs,
      InstallationKey key,
      @Value("${rulewright.evidence.seconds:120}") long seconds) {
    this.store = store;
    this.versions = versions;
    this.jobs = jobs;
    this.key = key;
    this.seconds = seconds;
  }

  /**
   * Examines a version in the background.
   *
   * @param engine the version of the engine's behaviour
   */
  public JobId submit(Version version, String engine, Actor by) {
    var order = new EvidenceOrder(version.id().value(), engine, Limits.DEFAULT.seed(), seconds);
    return jobs.submit(
        EvidenceJob.KIND,
        version.strategy().value() + " " + version.number(),
        EvidenceJson.write(order),
        by);
  }

  /** Returns what the newest examination of a version found. */
  public Optional<Evidence> newest(VersionId version) {
    return store.newest(version);
  }

  /** Returns the newest of each version of a strategy that was examined. */
  public Map<VersionId, Evidence> newest(StrategyKey strategy) {
    return store.newest(strategy).stream()
        .collect(Collectors.toMap(Evidence::version, Function.identity()));
  }

  /** Whether this installation signed the evidence as it is, about the version as it is. */
  public boolean verify(Evidence evidence) {
    return key.verify(evidence.document().getBytes(UTF_8), evidence.signature())
        && versions
            .find(evidence.version())
            .filter(it -> it.digest().equals(evidence.statement().digest()))
            .filter(it -> it.strategy().value().equals(evidence.statement().strategy()))
            .filter(it -> it.number() == evidence.statement().number())
            .isPresent();
  }
}
