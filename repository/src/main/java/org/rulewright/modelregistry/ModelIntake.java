package org.rulewright.modelregistry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.rulewright.model.SelfTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in model files: received on the disk, proven on their expected scores, only then kept. */
final class ModelIntake {

  private static final int CHUNK = 64 * 1024;

  private final ModelStore store;
  private final Blobs blobs;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ModelLimits limits = ModelLimits.DEFAULT;
  private final Clock clock = Clock.systemUTC();

  ModelIntake(ModelStore store, Blobs blobs, AuditTrail audit, TransactionTemplate transaction) {
    this.store = store;
    this.blobs = blobs;
    this.audit = audit;
    this.transaction = transaction;
  }

  ReceivedModel receive(InputStream content) throws IOException {
    var file = blobs.newFile();
    var hash = Digest.sha256();
    try (var out = new DigestOutputStream(Files.newOutputStream(file), hash)) {
      var buffer = new byte[CHUNK];
      // one byte too many tells that there are too many
      long left = limits.maxBytes() + 1;
      for (int count = content.read(buffer, 0, (int) Math.min(CHUNK, left));
          count > 0;
          count = content.read(buffer, 0, (int) Math.min(CHUNK, left))) {
        out.write(buffer, 0, count);
        left -= count;
      }
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(file);
      throw failed;
    }
    return new ReceivedModel(file, Digest.ofHash(hash.digest()), Files.size(file));
  }

  /** Why it need not even be received, or null. */
  static UploadResult.@Nullable Refused refusal(ModelUpload upload) {
    if (!ModelUpload.isKey(upload.key())) {
      return refused("model.key", Diagnostic.shortened(upload.key()));
    }
    if (upload.format() == null) {
      return refused("model.file-name", Diagnostic.shortened(upload.fileName()));
    }
    var expected = upload.expected();
    return expected != null && expected.length() > ModelUpload.MOST_EXPECTED_BYTES
        ? refused("model.expected-too-large", String.valueOf(ModelUpload.MOST_EXPECTED_BYTES >> 20))
        : null;
  }

  UploadResult keep(ModelUpload upload, ReceivedModel file, Actor by) throws IOException {
    var refusal = refusal(upload);
    var format = upload.format();
    if (refusal != null || format == null) {
      return Objects.requireNonNull(refusal);
    }
    var text = upload.expected();
    if (text == null) {
      return opened(upload, format, file, null, by);
    }
    return switch (ExpectedScores.read(text)) {
      case ExpectedScores.Reading.Read read -> opened(upload, format, file, read.scores(), by);
      case ExpectedScores.Reading.Refused refused -> new UploadResult.Refused(refused.problems());
    };
  }

  private UploadResult opened(
      ModelUpload upload,
      ModelFormat format,
      ReceivedModel file,
      @Nullable ExpectedScores expected,
      Actor by)
      throws IOException {
    var features = expected == null ? List.<String>of() : expected.features();
    return switch (ScoringModels.open(file.file(), file.digest().hex(), format, limits, features)) {
      case OpenResult.Refused refused -> new UploadResult.Refused(refused.problems());
      case OpenResult.Opened opened -> {
        try (var model = opened.model()) {
          yield proven(upload, file, model, expected, by);
        }
      }
    };
  }

  private UploadResult proven(
      ModelUpload upload,
      ReceivedModel file,
      ScoringModel model,
      @Nullable ExpectedScores expected,
      Actor by)
      throws IOException {
    PassedSelfTest passed = null;
    if (expected != null) {
      var result = SelfTest.run(model, expected);
      var problems = problems(result);
      if (!problems.isEmpty()) {
        return new UploadResult.Refused(problems);
      }
      passed = PassedSelfTest.of(result);
    }
    var version =
        new ModelVersion(
            upload.key(),
            1,
            blobs.adopt(file.file()),
            model.format(),
            file.bytes(),
            upload.fileName(),
            model.signature(),
            scores(upload.expected()),
            passed,
            by.name(),
            // the database keeps microseconds
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    return new UploadResult.Kept(
        Objects.requireNonNull(transaction.execute(status -> entered(upload, version, by))));
  }

  private @Nullable Digest scores(@Nullable String text) throws IOException {
    return text == null
        ? null
        : blobs.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private ModelVersion entered(ModelUpload upload, ModelVersion made, Actor by) {
    store.upsert(upload.key(), upload.name(), by, made.uploadedAt());
    var newest = store.versions(upload.key(), 1).stream().findFirst();
    if (newest.isPresent() && same(newest.get(), made)) {
      return newest.get();
    }
    var version = made.numbered(newest.map(ModelVersion::number).orElse(0) + 1);
    store.insert(version, by);
    audit.append(
        by,
        AuditAction.MODEL_FILE_REGISTERED,
        "scoring-model",
        upload.key(),
        Map.of(
            "version", Integer.toString(version.number()),
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

  /** Why a model did not pass; empty where it did. */
  static List<Diagnostic> problems(SelfTestResult result) {
    if (result.passed()) {
      return List.of();
    }
    return result.problems().isEmpty()
        ? List.of(Diagnostic.error("model.expected-nothing", Place.NOWHERE))
        : result.problems();
  }

  private static UploadResult.Refused refused(String code, String... arguments) {
    return new UploadResult.Refused(List.of(Diagnostic.error(code, Place.NOWHERE, arguments)));
  }
}
