package org.rulewright.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.dataset.DatasetId;
import org.rulewright.dataset.DatasetKind;
import org.rulewright.dataset.Datasets;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.rulewright.dataset.snapshot.StoredColumn;
import org.rulewright.dataset.sql.Cancellation;
import org.rulewright.dataset.sql.ReadOnlySql;
import org.rulewright.dataset.sql.SqlLimits;
import org.rulewright.dataset.sql.SqlResult;
import org.rulewright.dataset.sql.SqlRows;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Features that one SELECT derives from data sets, one row for each subject. */
@Service
public class DerivedFeatures {
  private static final int SHOWN = 100;

  private final SqlSources sources;
  private final ReadOnlySql previews;
  private final Datasets datasets;
  private final LineageStore lineages;
  private final Jobs jobs;

  DerivedFeatures(
      SqlSources sources,
      SnapshotFiles files,
      Datasets datasets,
      LineageStore lineages,
      Jobs jobs) {
    this.sources = sources;
    this.previews = new ReadOnlySql(files.scratch(), SqlLimits.PREVIEW);
    this.datasets = datasets;
    this.lineages = lineages;
    this.jobs = jobs;
  }

  /** Checks a SELECT without reading rows: columns and what it uses, or the problem's place. */
  public SqlResult check(String sql) {
    return previews.check(sql, sources.tables(sources.now()));
  }

  /** The first rows; another thread may stop it by the cancellation. */
  public DerivationPreview preview(String sql, Cancellation cancellation) {
    var kept = new FirstRows();
    return switch (previews.run(sql, sources.tables(sources.now()), kept, cancellation)) {
      case SqlResult.Refused refused -> new DerivationPreview.Refused(refused.problem());
      case SqlResult.Answered answered ->
          new DerivationPreview.Shown(
              answered.columns().stream().map(StoredColumn::column).toList(), kept.rows);
    };
  }

  /** Derives in the background; the job's result is a {@link DerivationResult}. */
  public JobId submit(DerivationRequest request, Actor actor) {
    var dataset = datasets.get(request.dataset());
    if (dataset.kind() != DatasetKind.DERIVED) {
      throw new IllegalArgumentException("only a derived data set is filled by a SELECT");
    }
    return jobs.submit(
        DerivationJob.KIND,
        dataset.name() + " ← SELECT",
        JsonMapper.shared().writeValueAsString(request),
        actor);
  }

  /** What a finished derivation brought; empty while it runs or when it failed. */
  public Optional<DerivationResult> result(JobId job) {
    return jobs.find(job)
        .filter(found -> found.kind().equals(DerivationJob.KIND))
        .flatMap(found -> Optional.ofNullable(found.result()))
        .map(result -> JsonMapper.shared().readValue(result, DerivationResult.class));
  }

  /** What a derived snapshot was made of. */
  public Optional<Lineage> lineage(DatasetId dataset, int snapshot) {
    return lineages.find(dataset, snapshot);
  }

  /** Derived data sets that read from this one. */
  public List<DatasetId> derivedFrom(DatasetId source) {
    return lineages.derivedFrom(source);
  }

  private static final class FirstRows implements SqlRows {
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    @Override
    public void columns(List<StoredColumn> columns) {
      rows.clear();
    }

    @Override
    public boolean row(@Nullable Object[] values) {
      rows.add(Collections.unmodifiableList(Arrays.asList(values.clone())));
      return rows.size() < SHOWN;
    }
  }
}
