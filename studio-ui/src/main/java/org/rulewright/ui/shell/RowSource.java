package org.rulewright.ui.shell;

import java.util.List;

/** Fetches the rows of a long list a page at a time. */
@FunctionalInterface
public interface RowSource<T> {

  /** The rows that fit the words typed into the search field, from an offset on. */
  List<T> rows(String words, int offset, int limit);
}
