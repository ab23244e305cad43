package org.rulewright.version;

import java.util.UUID;

/** The id of a version. */
public record VersionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
