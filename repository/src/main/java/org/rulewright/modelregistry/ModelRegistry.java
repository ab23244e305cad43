package org.rulewright.modelregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rulewright.audit.Actor;
import org.rulewright.audit.AuditTrail;
import org.rulewright.blob.Blobs;
import org.rulewright.blob.DamagedBlobException;
import org.rulewright.blob.Digest;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.model.ExpectedScores;
import org.rulewright.model.ModelLimits;
import org.rulewright.model.OpenResult;
import org.rulewright.model.ScoringModel;
import org.rulewright.model.SelfTest;
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
  private final ModelIntake intake;
  private final SharedModels open = new SharedModels(ModelLimits.DEFAULT);
  private final Set<Proven> proven = ConcurrentHashMap.newKeySet();

  ModelRegistry(
      ModelStore store, Blobs blobs, AuditTrail audit, PlatformTransactionManager transactions) {
    this.store = store;
    this.blobs = blobs;
    this.intake = new ModelIntake(store, blobs, audit, new TransactionTemplate(transactions));
  }

  /**
   * Takes in a model file: opens it, compares its scores with those expected, and keeps it as the
   * next version only when both went well.
   *
   * @param content read no further than the limit for model files
   */
  public UploadResult upload(ModelUpload upload, InputStream content, Actor by) throws IOException {
    var refusal = ModelIntake.refusal(upload);
    if (refusal != null) {
      return refusal;
    }
    try (var file = receive(content)) {
      return keep(upload, file, by);
    }
  }

  /** Writes a file to the disk, no further than a byte beyond the limit; to be closed. */
  public ReceivedModel receive(InputStream content) throws IOException {
    return intake.receive(content);
  }

  /** Does with a received file what {@link #upload} does; a refused one may be tried again. */
  public UploadResult keep(ModelUpload upload, ReceivedModel file, Actor by) throws IOException {
    return intake.keep(upload, file, by);
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
          case ExpectedScores.Reading.Read read ->
              ModelIntake.problems(SelfTest.run(model, read.scores()));
        };
    if (problems.isEmpty()) {
      this.proven.add(proven);
    }
    return problems;
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
}
