package org.rulewright.decisionlog;

import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * The key of one subject's payloads.
 *
 * <p>A key is a candidate until a commit stored it, or found it stored: two nodes may begin keys
 * for the same subject, and only one of them lives.
 */
final class SubjectKey {

  private final UUID id;
  private final SubjectHash subject;
  private final SecretKey key;
  private final byte[] wrapped;
  private volatile boolean stored;

  SubjectKey(UUID id, SubjectHash subject, SecretKey key, byte[] wrapped, boolean stored) {
    this.id = id;
    this.subject = subject;
    this.key = key;
    this.wrapped = wrapped;
    this.stored = stored;
  }

  UUID id() {
    return id;
  }

  SubjectHash subject() {
    return subject;
  }

  SecretKey key() {
    return key;
  }

  byte[] wrapped() {
    return wrapped;
  }

  boolean stored() {
    return stored;
  }

  void markStored() {
    stored = true;
  }
}
