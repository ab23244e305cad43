package org.rulewright.modelregistry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.blob.Digest;
import org.rulewright.model.ModelFormat;
import org.rulewright.model.ModelInput;
import org.rulewright.model.ModelSignature;

/**
 * An immutable model file with what it takes and gives.
 *
 * @param number counts from 1 in each model, for people
 * @param digest of the model file
 * @param expected the file of expected scores, null when none was delivered
 * @param selfTest how the model agreed with them; null without them
 */
public record ModelVersion(
    String model,
    int number,
    Digest digest,
    ModelFormat format,
    long bytes,
    String fileName,
    ModelSignature signature,
    @Nullable Digest expected,
    @Nullable PassedSelfTest selfTest,
    String uploadedByName,
    Instant uploadedAt) {

  /** What the features are called, in order. */
  public List<String> features() {
    return signature.inputs().stream().map(ModelInput::name).toList();
  }

  ModelVersion numbered(int number) {
    return new ModelVersion(
        model,
        number,
        digest,
        format,
        bytes,
        fileName,
        signature,
        expected,
        selfTest,
        uploadedByName,
        uploadedAt);
  }
}
