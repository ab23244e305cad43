package org.rulewright.modelregistry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.blob.Blobs;
import org.rulewright.blob.Digest;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.model.ExpectedScores;
import org.rulewright.model.ModelFormat;
import org.rulewright.model.ModelLimits;
import org.rulewright.model.OpenResult;
import org.rulewright.model.ScoringModel;
import org.rulewright.model.ScoringModels;
import org.rulewright.model.SelfTest;
import org.rulewright.model.SharedModels;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Scoring models: uploaded, listed, opened. */
@Service
public class ModelRegistry {

  private static final int MOST_VERSIONS = 1_000;

  private final ModelStore store;
  private final Blobs blobs;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ModelLimits limits = ModelLimits.DEFAULT;
  private final SharedModels open = new SharedModels(limits);
  private final Clock clock = Clock.systemUTC();

  ModelRegistry(
      ModelStore store, Blobs blobs, AuditTrail audit, PlatformTransactionManager transactions) {
    this.store = store;
    this.blobs = blobs;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Takes in a model file: opens it, compares its scores with those expected, and keeps it as the
   * next version only when both went well.
   *
   * @param content read no further than the limit for model files
   */
  public UploadResult upload(ModelUpload upload, InputStream content, Actor by) throws IOException {
    if (!ModelUpload.isKey(upload.key())) {
      return refused("model.key", Diagnostic.shortened(upload.key()));
    }
    var format = upload.format();
    if (format == null) {
      return refused("model.file-name", Diagnostic.shortened(upload.fileName()));
    }
    var bytes = content.readNBytes(Math.toIntExact(limits.maxBytes() + 1));
    var text = upload.expected();
    if (text == null) {
      return opened(upload, format, bytes, null, by);
    }
    return switch (ExpectedScores.read(text)) {
      case ExpectedScores.Reading.Read read -> opened(upload, format, bytes, read.scores(), by);
      case ExpectedScores.Reading.Refused refused -> new UploadResult.Refused(refused.problems());
    };
  }

  private UploadResult opened(
      ModelUpload upload,
      ModelFormat format,
      byte[] bytes,
      @Nullable ExpectedScores expected,
      Actor by)
      throws IOException {
    var features = expected == null ? List.<String>of() : expected.features();
    var digest = ScoringModels.digest(bytes);
    return switch (ScoringModels.open(bytes, digest, format, limits, features)) {
      case OpenResult.Refused refused -> new UploadResult.Refused(refused.problems());
      case OpenResult.Opened opened -> {
        try (var model = opened.model()) {
          yield proven(upload, bytes, model, expected, by);
        }
      }
    };
  }

  private UploadResult proven(
      ModelUpload upload,
      byte[] bytes,
      ScoringModel model,
      @Nullable ExpectedScores expected,
      Actor by)
      throws IOException {
    PassedSelfTest passed = null;
    if (expected != null) {
      var result = SelfTest.run(model, expected);
      if (!result.passed()) {
        return new UploadResult.Refused(
            result.problems().isEmpty()
                ? List.of(Diagnostic.error("model.expected-nothing", Place.NOWHERE))
                : result.problems());
      }
      passed = PassedSelfTest.of(result);
    }
    var digest = blobs.put(new ByteArrayInputStream(bytes));
    var text = upload.expected();
    var scores =
        text == null
            ? null
            : blobs.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    var version =
        new ModelVersion(
            upload.key(),
            1,
            digest,
            model.format(),
            bytes.length,
            upload.fileName(),
            model.signature(),
            scores,
            passed,
            by.name(),
            // the database keeps microseconds
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return new UploadResult.Kept(
        Objects.requireNonNull(transaction.execute(status -> entered(upload, version, by))));
  }

  private ModelVersion entered(ModelUpload upload, ModelVersion made, Actor by) {
    store.upsert(upload.key(), upload.name(), by, made.uploadedAt());
    var newest = store.versions(upload.key(), 1).stream().findFirst();
    if (newest.isPresent() && same(newest.get(), made)) {
      return newest.get();
    }
    int number = newest.map(ModelVersion::number).orElse(0) + 1;
    var version = numbered(made, number);
    store.insert(version, by);
    audit.append(
        by,
        AuditAction.MODEL_FILE_REGISTERED,
        "scoring-model",
        upload.key(),
        Map.of(
            "version", Integer.toString(number),
            "digest", version.digest().hex(),
            "format", version.format().name(),
            "file", version.fileName(),
            "selfTest", version.selfTest() == null ? "NONE" : "PASSED"));
    return version;
  }

  private static boolean same(ModelVersion left, ModelVersion right) {
    return left.digest().equals(right.digest())
        && left.features().equals(right.features())
        && Objects.equals(left.expected(), right.expected());
  }

  private static ModelVersion numbered(ModelVersion made, int number) {
    return new ModelVersion(
        made.model(),
        number,
        made.digest(),
        made.format(),
        made.bytes(),
        made.fileName(),
        made.signature(),
        made.expected(),
        made.selfTest(),
        made.uploadedByName(),
        made.uploadedAt());
  }

  /** By key. */
  public List<RegisteredModel> list() {
    return store.list();
  }

  public Optional<RegisteredModel> find(String key) {
    return store.find(key);
  }

  /** Newest first. */
  public List<ModelVersion> versions(String key) {
    return store.versions(key, MOST_VERSIONS);
  }

  /** Finds the version of a model by its digest. */
  public Optional<ModelVersion> version(String key, Digest digest) {
    return store.version(key, digest);
  }

  /**
   * Opens a version, or joins those who have it open; a kept file that was changed is refused.
   *
   * <p>Whoever opened it closes it.
   */
  public OpenResult open(ModelVersion version) {
    return open.open(
        version.digest().hex(),
        version.format(),
        version.features(),
        () -> {
          try {
            // its digest is checked by the opening, which refuses a changed file
            return java.nio.file.Files.readAllBytes(blobs.path(version.digest()));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  private static UploadResult refused(String code, String... arguments) {
    return new UploadResult.Refused(List.of(Diagnostic.error(code, Place.NOWHERE, arguments)));
  }
}
