package org.rulewright.decisionlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A row of the digest table: one record's place in the chain of its writer session. */
record ChainLink(UUID session, long position, UUID decision, byte[] digest, byte[] previous) {

  /** What the first link of a session has before it. */
  static byte[] genesis(UUID session) {
    return Sha256.of(("rulewright decision chain " + session).getBytes(StandardCharsets.UTF_8));
  }

  /** The value that the next link must carry as its previous. */
  byte[] hash() {
    var sha = Sha256.digest();
    sha.update(
        ByteBuffer.allocate(40)
            .putLong(session.getMostSignificantBits())
            .putLong(session.getLeastSignificantBits())
            .putLong(position)
            .putLong(decision.getMostSignificantBits())
            .putLong(decision.getLeastSignificantBits())
            .flip());
    sha.update(digest);
    sha.update(previous);
    return sha.digest();
  }
}
