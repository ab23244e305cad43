package org.rulewright.modelregistry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditAction;
import org.rulewright.audit.AuditTrail;
import org.rulewright.blob.Blobs;
import org.rulewright.blob.DamagedBlobException;
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
import org.rulewright.model.SharedModels;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Scoring models: uploaded, listed, opened. */
@Service
public class ModelRegistry {

  private static final System.Logger LOG = System.getLogger(ModelRegistry.class.getName());
  private static final int MOST_VERSIONS = 1_000;

  /** A file that was seen to give its expected scores. */
  private record Proven(Digest file, List<String> features, Digest expected) {}

  private final ModelStore store;
  private final Blobs blobs;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final ModelLimits limits = ModelLimits.DEFAULT;
  private final SharedModels open = new SharedModels(limits);
  private final Set<Proven> proven = ConcurrentHashMap.newKeySet();
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
      var problems = problems(result);
      if (!problems.isEmpty()) {
        return new UploadResult.Refused(problems);
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

  /** Finds a version of a model by its number. */
  public Optional<ModelVersion> version(String key, int number) {
    return store.version(key, number);
  }

  /** Finds the version of a model by its digest. */
  public Optional<ModelVersion> version(String key, Digest digest) {
    return store.version(key, digest);
  }

  /**
   * Opens a version, or joins those who have it open; a kept file that is gone or was changed is
   * refused.
   *
   * <p>Whoever opened it closes it.
   */
  public OpenResult open(ModelVersion version) {
    try {
      return open.open(
          version.digest().hex(),
          version.format(),
          version.features(),
          () -> bytes(version.digest()));
    } catch (UncheckedIOException gone) {
      LOG.log(Level.ERROR, "the file of " + name(version) + " cannot be read", gone);
      return refused("model.gone", version);
    }
  }

  // the digest is checked by the opening, which refuses a changed file
  private byte[] bytes(Digest digest) {
    try {
      return Files.readAllBytes(blobs.path(digest));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Opens a version that is to decide: refused where its file is not what it was, also while others
   * have it open, where it was uploaded without expected scores, and where it does not give them
   * here and now.
   */
  public OpenResult openProven(ModelVersion version) {
    var expected = version.expected();
    if (expected == null) {
      return refused("model.untested", version);
    }
    try {
      blobs.verify(version.digest());
    } catch (DamagedBlobException damaged) {
      LOG.log(Level.ERROR, "the file of " + name(version) + " was changed", damaged);
      return new OpenResult.Refused(
          List.of(
              Diagnostic.error(
                  "model.digest",
                  Place.of(version.model()),
                  version.digest().hex(),
                  damaged.found().hex())));
    } catch (IOException gone) {
      LOG.log(Level.ERROR, "the file of " + name(version) + " cannot be read", gone);
      return refused("model.gone", version);
    }
    return switch (open(version)) {
      case OpenResult.Refused refused -> refused;
      case OpenResult.Opened opened -> {
        var problems = proof(version, expected, opened.model());
        if (problems.isEmpty()) {
          yield opened;
        }
        opened.model().close();
        yield new OpenResult.Refused(problems);
      }
    };
  }

  /** What speaks against a model; asked once in a process, for the same bytes score the same. */
  private List<Diagnostic> proof(ModelVersion version, Digest expected, ScoringModel model) {
    var proven = new Proven(version.digest(), version.features(), expected);
    if (this.proven.contains(proven)) {
      return List.of();
    }
    String text;
    try (var content = blobs.open(expected)) {
      text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      LOG.log(Level.ERROR, "the expected scores of " + name(version) + " cannot be read", failed);
      return List.of(problem("model.expected-gone", version));
    }
    var problems =
        switch (ExpectedScores.read(text)) {
          case ExpectedScores.Reading.Refused refused -> refused.problems();
          case ExpectedScores.Reading.Read read -> problems(SelfTest.run(model, read.scores()));
        };
    if (problems.isEmpty()) {
      this.proven.add(proven);
    }
    return problems;
  }

  /** Why a model did not pass; empty where it did. */
  private static List<Diagnostic> problems(SelfTestResult result) {
    if (result.passed()) {
      return List.of();
    }
    return result.problems().isEmpty()
        ? List.of(Diagnostic.error("model.expected-nothing", Place.NOWHERE))
        : result.problems();
  }

  private static String name(ModelVersion version) {
    return "version " + version.number() + " of model " + version.model();
  }

  /** How many models are open. */
  public int openCount() {
    return open.size();
  }

  private static OpenResult refused(String code, ModelVersion version) {
    return new OpenResult.Refused(List.of(problem(code, version)));
  }

  private static Diagnostic problem(String code, ModelVersion version) {
    return Diagnostic.error(
        code, Place.of(version.model()), version.model(), Integer.toString(version.number()));
  }

  private static UploadResult refused(String code, String... arguments) {
    return new UploadResult.Refused(List.of(Diagnostic.error(code, Place.NOWHERE, arguments)));
  }
}
