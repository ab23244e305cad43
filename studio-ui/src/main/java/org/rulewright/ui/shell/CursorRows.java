package org.rulewright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a list that is read by cursor, kept as far as somebody scrolled.
 *
 * @param <T> a row
 * @param <C> the cursor: what leads to the next page
 */
public final class CursorRows<T, C> implements RowSource<T> {

  /**
   * A page of rows.
   *
   * @param next leads to the page after, or null after the last one
   */
  public record Page<T, C>(List<T> rows, @Nullable C next) {}

  /** Reads a page; the first one has no cursor. */
  @FunctionalInterface
  public interface Fetch<T, C> {
    Page<T, C> page(RowRequest asked, @Nullable C cursor);
  }

  private final Fetch<T, C> fetch;
  private final Set<String> sortable;
  private final boolean searchable;
  private final List<T> read = new ArrayList<>();
  private @Nullable RowRequest askedOfRead;
  private @Nullable C next;

  /**
   * A list whose cursors lead through the order that was asked for.
   *
   * @param sortable the keys of the columns it can sort by
   * @param searchable whether the fetch heeds the words
   */
  public CursorRows(Fetch<T, C> fetch, Set<String> sortable, boolean searchable) {
    this.fetch = fetch;
    this.sortable = Set.copyOf(sortable);
    this.searchable = searchable;
  }

  @Override
  public List<T> rows(RowRequest asked, int offset, int limit) {
    if (offset == 0 || !asked.equals(askedOfRead)) {
      start(asked);
    }
    while (read.size() < offset + limit && next != null) {
      take(fetch.page(asked, next));
    }
    var from = Math.min(offset, read.size());
    return List.copyOf(read.subList(from, Math.min(offset + limit, read.size())));
  }

  @Override
  public Set<String> sortable() {
    return sortable;
  }

  @Override
  public boolean searchable() {
    return searchable;
  }

  /** Reads from the beginning, apart from what the screen has read. */
  @Override
  public void each(RowRequest asked, Consumer<T> sink) {
    var page = fetch.page(asked, null);
    page.rows().forEach(sink);
    for (var cursor = page.next(); cursor != null; cursor = page.next()) {
      page = fetch.page(asked, cursor);
      page.rows().forEach(sink);
    }
  }

  private void start(RowRequest asked) {
    askedOfRead = asked;
    read.clear();
    take(fetch.page(asked, null));
  }

  private void take(Page<T, C> page) {
    read.addAll(page.rows());
    next = page.next();
  }
}
