package org.rulewright.decisionlog;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An entry made ready by its caller's own thread: checked, compressed and encrypted, so that the
 * writer only has to copy bytes.
 */
final class PreparedEntry {

  private final DecisionEntry entry;
  private final byte[] compressed;
  private final byte[] salt;
  private final CompletableFuture<RecordResult> result = new CompletableFuture<>();
  private final AtomicBoolean decided = new AtomicBoolean();
  private SubjectKey key;
  private byte[] payload;

  PreparedEntry(
      DecisionEntry entry, byte[] compressed, byte[] salt, SubjectKey key, byte[] payload) {
    this.entry = entry;
    this.compressed = compressed;
    this.salt = salt;
    this.key = key;
    this.payload = payload;
  }

  DecisionEntry entry() {
    return entry;
  }

  byte[] salt() {
    return salt;
  }

  SubjectKey key() {
    return key;
  }

  byte[] payload() {
    return payload;
  }

  CompletableFuture<RecordResult> result() {
    return result;
  }

  /** The writer takes the entry into a group, unless its caller has given up. */
  boolean take() {
    return decided.compareAndSet(false, true);
  }

  /** The caller gives up, unless a writer has taken the entry. */
  boolean abandon() {
    return decided.compareAndSet(false, true);
  }

  /** Takes the key that lives in the database, where another node had stored one before. */
  void use(SubjectKey living, PayloadCipher cipher) {
    if (!living.id().equals(key.id())) {
      payload = cipher.encrypt(living.key(), entry.id(), compressed);
    }
    key = living;
  }
}
