package org.rulewright.ui.shell;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Fetches the rows of a long list a page at a time, searched and sorted where they lie.
 *
 * <p>A source never changes what it lists: where a filter of the screen changes, the screen gives
 * its table a new source, so that an export under way goes on with the rows it began with.
 */
public interface RowSource<T> {
  /** How many rows are read at once for an export. */
  int EXPORT_PAGE = 5_000;

  /** The rows asked for, from an offset on. */
  List<T> rows(RowRequest asked, int offset, int limit);

  /** The keys of the columns it can sort by. */
  default Set<String> sortable() {
    return Set.of();
  }

  /** Whether it heeds the words of the search field; a table without that shows no such field. */
  default boolean searchable() {
    return true;
  }

  /** How many rows there are, where that is quickly known. */
  default OptionalLong total(RowRequest asked) {
    return OptionalLong.empty();
  }

  /** Hands over every row asked for, in order, without keeping them. */
  default void each(RowRequest asked, Consumer<T> sink) {
    var offset = 0;
    var page = rows(asked, offset, EXPORT_PAGE);
    while (!page.isEmpty()) {
      page.forEach(sink);
      offset += page.size();
      page = rows(asked, offset, EXPORT_PAGE);
    }
  }
}
