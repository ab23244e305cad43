package org.rulewright.audit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in the chain.
 *
 * @param entry null when the row cannot be read as one
 */
record AuditLink(long position, @Nullable AuditEntry entry, byte[] previous, byte[] hash) {

  /** How this does not fit behind the given end of the chain; null when it does. */
  AuditVerification.@Nullable Damage damage(long lastPosition, byte[] lastHash) {
    if (position != lastPosition + 1) {
      return AuditVerification.Damage.GAP;
    }
    if (!Arrays.equals(previous, lastHash)) {
      return AuditVerification.Damage.UNCHAINED;
    }
    if (entry == null) {
      return AuditVerification.Damage.UNREADABLE;
    }
    return Arrays.equals(hash, AuditHash.of(previous, entry))
        ? null
        : AuditVerification.Damage.ALTERED;
  }
}
