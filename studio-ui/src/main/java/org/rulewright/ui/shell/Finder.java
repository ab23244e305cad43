package org.rulewright.ui.shell;

import java.util.List;

/**
 * Finds things by a few letters, for the quick search.
 *
 * <p>Every package whose things have names or ids offers one as a bean. It answers only what the
 * person may see.
 */
public interface Finder {

  /**
   * One thing found.
   *
   * @param kind what it is, in the person's language
   * @param path the address within the studio
   */
  record Found(String name, String kind, String path) {}

  List<Found> find(String letters, SignedIn person, int most);
}
