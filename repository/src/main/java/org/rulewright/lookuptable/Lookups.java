package org.rulewright.lookuptable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rulewright.audit.Actor;
import org.rulewright.blob.Blobs;
import org.rulewright.blob.Digest;
import org.rulewright.decision.LookupSource;
import org.rulewright.job.JobId;
import org.rulewright.job.Jobs;
import org.rulewright.lookup.LookupTable;
import org.springframework.stereotype.Service;

/** Look-up tables: imported, listed, read. */
@Service
public class Lookups {

  private static final int MOST_VERSIONS = 1_000;

  private final LookupStore store;
  private final LoadedLookups loaded;
  private final Jobs jobs;
  private final Blobs blobs;
  private final LookupSource newest;

  Lookups(LookupStore store, LoadedLookups loaded, Jobs jobs, Blobs blobs) {
    this.store = store;
    this.loaded = loaded;
    this.jobs = jobs;
    this.blobs = blobs;
    this.newest = new NewestLookups(store, loaded);
  }

  /** Imports in the background; the job's result is a {@link LookupImportResult}. */
  public LookupImportStart submitImport(LookupImport request, Actor by) {
    var refusal = request.refusal();
    return refusal != null
        ? new LookupImportStart.Refused(refusal)
        : new LookupImportStart.Begun(
            jobs.submit(
                LookupImportJob.KIND,
                request.name() + " ← " + request.fileName(),
                LookupJson.write(request),
                by));
  }

  /** What a finished import brought; empty while it runs or when it failed. */
  public Optional<LookupImportResult> importResult(JobId job) {
    return jobs.find(job)
        .filter(found -> found.kind().equals(LookupImportJob.KIND))
        .flatMap(found -> Optional.ofNullable(found.result()))
        .map(result -> LookupJson.read(result, LookupImportResult.class));
  }

  /** The report of refused rows, as CSV in UTF-8. */
  public InputStream report(Digest report) throws IOException {
    return blobs.open(report);
  }

  /** By key. */
  public List<Lookup> list() {
    return store.list();
  }

  public Optional<Lookup> find(String key) {
    return store.find(key);
  }

  /** Newest first. */
  public List<LookupVersion> versions(String key) {
    return store.versions(key, MOST_VERSIONS);
  }

  public Optional<LookupVersion> version(String key, int number) {
    return store.version(key, number);
  }

  /** Finds the version of a table by its digest. */
  public Optional<LookupVersion> version(String key, Digest digest) {
    return store.version(key, digest);
  }

  /**
   * Returns the table of a version, read once and shared.
   *
   * @throws org.rulewright.blob.DamagedBlobException when its file was changed
   */
  public LookupTable table(LookupVersion version) {
    return loaded.get(version);
  }

  /** The newest version of every table, as drafts and the workbench see it. */
  public LookupSource newest() {
    return newest;
  }

  /** A page of rows in their order; rows count from 0. */
  public LookupRowPage rows(LookupVersion version, int offset, int limit) {
    if (offset < 0 || limit < 0 || limit > LookupRowPage.MOST) {
      throw new IllegalArgumentException("a page has 0 to " + LookupRowPage.MOST + " rows");
    }
    var table = loaded.get(version);
    var rows = new ArrayList<LookupRowPage.Row>();
    for (int row = offset; row < Math.min(table.size(), offset + (long) limit); row++) {
      rows.add(new LookupRowPage.Row(row + 1, table.row(row), table.period(row)));
    }
    return new LookupRowPage(rows, table.size());
  }
}
