package org.rulewright.ui.shell;

/**
 * What somebody wants to see of a long list.
 *
 * @param words typed into the search field, empty for none
 * @param sortedBy the key of a column the source can sort by, empty for the source's own order
 */
public record RowRequest(String words, String sortedBy, boolean descending) {

  /** Everything in the source's own order. */
  public static final RowRequest ALL = new RowRequest("", "", false);

  /** Whether an order other than the source's own is wanted. */
  public boolean sorted() {
    return !sortedBy.isEmpty();
  }
}
