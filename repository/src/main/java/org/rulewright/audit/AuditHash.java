package org.rulewright.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The hash that chains an entry to the one before.
 *
 * <p>Every text goes in with its length before it, so that no two entries have the same bytes. The
 * form is never edited: another one gets another first byte.
 */
final class AuditHash {

  /** What the first entry is chained to. */
  static final byte[] FIRST = new byte[32];

  private static final int FORM = 1;

  private AuditHash() {}

  static byte[] of(byte[] previous, AuditEntry entry) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      return digest.digest(canonical(entry));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static byte[] canonical(AuditEntry entry) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeLong(entry.position());
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.recordedAt()));
      text(out, entry.actor().kind().name());
      text(out, entry.actor().id());
      text(out, entry.actor().name());
      text(out, entry.action().name());
      text(out, entry.thing());
      text(out, entry.thingId());
      out.writeInt(entry.details().size());
      for (var detail : entry.details().entrySet()) {
        text(out, detail.getKey());
        text(out, detail.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
