package org.rulewright.release;

import java.util.UUID;

/** The id of a release. */
public record ReleaseId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
