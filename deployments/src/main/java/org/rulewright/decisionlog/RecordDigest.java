package org.rulewright.decisionlog;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The digest of one record over its salt, clear columns and encrypted payload.
 *
 * <p>INVARIANT: order and form of the fields never change, since every recorded digest depends on
 * them. Texts carry their length, so that no two records can give the same bytes; numbers are taken
 * without trailing zeros and times in microseconds, as PostgreSQL gives them back.
 */
final class RecordDigest {

  private final MessageDigest sha = Sha256.digest();

  private RecordDigest() {}

  static byte[] of(StoredRow row) {
    var digest = new RecordDigest();
    var summary = row.summary();
    var place = summary.place();
    var headline = summary.headline();
    digest
        .bytes(row.salt())
        .uuid(summary.id().value())
        .time(summary.asOf().toInstant())
        .time(summary.recordedAt().toInstant())
        .text(place.environment())
        .text(place.strategy())
        .text(place.releaseDigest())
        .text(place.arm())
        .text(summary.channel())
        .text(summary.reference())
        .text(headline.verdict())
        .number(headline.score())
        .number(headline.amount())
        .number(headline.rate())
        .whole(headline.termMonths())
        .text(headline.grade())
        .texts(headline.reasonCodes())
        .whole(summary.latency().toNanos() / 1000)
        .bytes(row.subjectHash())
        .text(summary.askedBy().kind().name())
        .text(summary.askedBy().id())
        .text(summary.askedBy().name())
        .uuid(row.keyId())
        .bytes(row.payload());
    return digest.sha.digest();
  }

  private RecordDigest bytes(byte[] value) {
    whole((long) value.length);
    sha.update(value);
    return this;
  }

  private RecordDigest text(@Nullable String value) {
    return value == null ? absent() : bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  private RecordDigest texts(List<String> values) {
    whole((long) values.size());
    values.forEach(this::text);
    return this;
  }

  private RecordDigest number(@Nullable BigDecimal value) {
    return text(value == null ? null : value.stripTrailingZeros().toPlainString());
  }

  private RecordDigest time(Instant value) {
    return whole(Math.addExact(value.getEpochSecond() * 1_000_000, value.getNano() / 1000));
  }

  private RecordDigest whole(@Nullable Integer value) {
    return value == null ? absent() : whole((long) value);
  }

  private RecordDigest whole(long value) {
    sha.update(ByteBuffer.allocate(8).putLong(value).flip());
    return this;
  }

  private RecordDigest uuid(UUID value) {
    whole(value.getMostSignificantBits());
    return whole(value.getLeastSignificantBits());
  }

  /** No length is negative, so an absent text differs from every present one. */
  private RecordDigest absent() {
    return whole(-1L);
  }
}
