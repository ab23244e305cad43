package org.rulewright.decisionlog;

import java.util.Arrays;

/**
 * A subject under the keyed hash: equal subjects have equal hashes, and only this installation can
 * tell.
 */
final class SubjectHash implements Comparable<SubjectHash> {

  private final byte[] bytes;

  SubjectHash(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SubjectHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public int compareTo(SubjectHash other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }
}
