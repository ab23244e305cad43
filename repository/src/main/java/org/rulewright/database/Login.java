package org.rulewright.database;

/** Where a database is and who enters it. */
public record Login(String url, String username, String password) {

  /** Never shows the password. */
  @Override
  public String toString() {
    return username + " at " + url;
  }
}
