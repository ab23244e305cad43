package org.rulewright.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.rulewright.audit.Actor;
import org.rulewright.dataset.CreateResult;
import org.rulewright.dataset.Dataset;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.ImportRequest;
import org.rulewright.dataset.NewDataset;
import org.rulewright.dataset.OutcomeDefinition;
import org.rulewright.dataset.PreviewResult;
import org.rulewright.dataset.RowErrorPolicy;
import org.rulewright.feature.DerivationRequest;
import org.rulewright.feature.DerivedFeatures;
import org.rulewright.feature.FeatureName;
import org.rulewright.feature.Features;
import org.rulewright.job.JobId;
import org.rulewright.job.JobState;
import org.rulewright.job.Jobs;
import org.springframework.stereotype.Component;

/** Brings the generated enterprises into data sets, the way a person would. */
@Component
class DemoData {
  static final String ENTERPRISES = "enterprises";
  static final String INVOICES = "invoices";
  static final String FEATURES = "enterprise_features";
  private static final int COUNT = 2_000;
  private static final long SEED = 20_210_823;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Datasets datasets;
  private final Features features;
  private final DerivedFeatures derived;
  private final Jobs jobs;

  DemoData(Datasets datasets, Features features, DerivedFeatures derived, Jobs jobs) {
    this.datasets = datasets;
    this.features = features;
    this.derived = derived;
    this.jobs = jobs;
  }

  /** The enterprises that are imported. */
  static List<Enterprise> enterprises() {
    return EnterpriseGenerator.generate(SEED, COUNT).stream()
        .map(EnterpriseGenerator.Generated::enterprise)
        .toList();
  }

  /** Does what is not done yet. */
  void ensure(Actor strategist) throws IOException, InterruptedException {
    DemoFeatures.all()
        .forEach((name, data) -> {
          if (features.find(name).isEmpty()) {
            features.create(new FeatureName(name), data, strategist);
          }
        });
    if (isEmpty(ENTERPRISES) || isEmpty(INVOICES)) {
      importGenerated(strategist);
    }
    if (isEmpty(FEATURES)) {
      derive(strategist);
    }
  }

  private boolean isEmpty(String key) {
    return datasets.find(key).map(Dataset::current).isEmpty();
  }

  private void importGenerated(Actor strategist) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("rulewright-demo");
    try {
      DemoFiles.write(folder, EnterpriseGenerator.generate(SEED, COUNT));
      importFile(
          folder.resolve(DemoFiles.ENTERPRISES),
          new NewDataset(ENTERPRISES, "企业名录", "生成的 2,000 家企业及各部门掌握的信息"),
          strategist);
      importFile(
          folder.resolve(DemoFiles.INVOICES),
          new NewDataset(INVOICES, "增值税发票", "生成的两年进项与销项发票"),
          strategist);
    } finally {
      Files.deleteIfExists(folder.resolve(DemoFiles.ENTERPRISES));
      Files.deleteIfExists(folder.resolve(DemoFiles.INVOICES));
      Files.deleteIfExists(folder);
    }
  }

  private void importFile(Path file, NewDataset wanted, Actor strategist)
      throws IOException, InterruptedException {
    var dataset = dataset(wanted, false, strategist);
    try (var content = Files.newInputStream(file)) {
      var upload = datasets.upload(content);
      if (!(datasets.preview(upload) instanceof PreviewResult.Shown shown)) {
        throw new IllegalStateException("the generated file " + file + " cannot be read");
      }
      var request =
          new ImportRequest(
              dataset.id(),
              upload,
              file.getFileName().toString(),
              shown.preview().options(),
              RowErrorPolicy.REFUSE_ALL);
      await(datasets.submitImport(request, strategist));
    }
  }

  private void derive(Actor strategist) throws IOException, InterruptedException {
    var dataset = dataset(new NewDataset(FEATURES, "企业指标", "由发票与部门信息派生,每家企业一行"), true, strategist);
    await(derived.submit(new DerivationRequest(dataset.id(), sql(), "enterprise"), strategist));
    datasets.defineOutcome(
        dataset.id(),
        new OutcomeDefinition("defaulted", Set.of("true"), 12, "贷款后 12 个月内逾期 90 天以上"),
        strategist);
  }

  private Dataset dataset(NewDataset wanted, boolean derivedOne, Actor strategist) {
    var known = datasets.find(wanted.key());
    if (known.isPresent()) {
      return known.get();
    }
    var result =
        derivedOne
            ? datasets.createDerived(wanted, strategist)
            : datasets.create(wanted, strategist);
    if (result instanceof CreateResult.Created created) {
      return created.dataset();
    }
    throw new IllegalStateException("the data set " + wanted.key() + " could not be made");
  }

  private void await(JobId id) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var job = jobs.find(id).orElseThrow();
      if (job.state() == JobState.DONE) {
        return;
      }
      if (job.state().ended()) {
        throw new IllegalStateException(job.title() + ": " + job.state() + " " + job.error());
      }
      Thread.sleep(Duration.ofMillis(50));
    }
    throw new IllegalStateException("job " + id + " did not end within " + PATIENCE);
  }

  private static String sql() throws IOException {
    try (var file = DemoData.class.getResourceAsStream("enterprise-features.sql")) {
      if (file == null) {
        throw new IllegalStateException("enterprise-features.sql is not in the jar");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
