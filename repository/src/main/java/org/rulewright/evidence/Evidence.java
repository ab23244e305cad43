package org.rulewright.evidence;

import java.time.Instant;
import java.util.UUID;
import org.rulewright.version.VersionId;

/**
 * What an examination of a version found.
 *
 * @param statement what is signed, read from {@code document}
 * @param document the statement in its canonical form, as it was signed
 * @param signature Ed25519 over the UTF-8 bytes of the document
 * @param signingKey names the installation key that signed
 * @param madeBy the name of who asked for it
 */
public record Evidence(
    UUID id,
    VersionId version,
    EvidenceStatement statement,
    String document,
    byte[] signature,
    String signingKey,
    String madeBy,
    Instant madeAt) {

  public Evidence {
    signature = signature.clone();
  }

  @Override
  public byte[] signature() {
    return signature.clone();
  }
}
