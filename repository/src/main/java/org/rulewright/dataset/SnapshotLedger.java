package org.rulewright.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.dataset.snapshot.SnapshotFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters finished snapshots, each with its entry in the audit trail. */
@Component
public class SnapshotLedger {
  private final DatasetStore store;
  private final SnapshotFiles files;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Clock clock = Clock.systemUTC();

  SnapshotLedger(
      DatasetStore store,
      SnapshotFiles files,
      AuditTrail audit,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.files = files;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Makes the snapshot the newest state of its data set, in the caller's transaction if any. */
  public Snapshot enter(DatasetId id, MadeSnapshot made, Actor actor) {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          store.insertSnapshot(id, made, size(made.digest()), actor, Instant.now(clock));
          var snapshot = store.snapshots(id, 1).getFirst();
          audit.append(
              actor,
              AuditAction.DATASET_IMPORTED,
              "dataset",
              id.toString(),
              Map.of(
                  "snapshot", Integer.toString(snapshot.number()),
                  "digest", snapshot.digest(),
                  "source", snapshot.sourceName(),
                  "rows", Long.toString(snapshot.rows()),
                  "refusedRows", Long.toString(snapshot.refusedRows())));
          return snapshot;
        }));
  }

  private long size(String digest) {
    try {
      return Files.size(files.path(digest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
