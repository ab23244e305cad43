package org.rulewright.ui.shell;

import java.util.ArrayList;
import java.util.List;
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
    Page<T, C> page(String words, @Nullable C cursor);
  }

  private final Fetch<T, C> fetch;
  private final List<T> read = new ArrayList<>();
  private @Nullable String wordsOfRead;
  private @Nullable C next;

  public CursorRows(Fetch<T, C> fetch) {
    this.fetch = fetch;
  }

  @Override
  public List<T> rows(String words, int offset, int limit) {
    if (offset == 0 || !words.equals(wordsOfRead)) {
      start(words);
    }
    while (read.size() < offset + limit && next != null) {
      take(fetch.page(words, next));
    }
    var from = Math.min(offset, read.size());
    return List.copyOf(read.subList(from, Math.min(offset + limit, read.size())));
  }

  private void start(String words) {
    wordsOfRead = words;
    read.clear();
    take(fetch.page(words, null));
  }

  private void take(Page<T, C> page) {
    read.addAll(page.rows());
    next = page.next();
  }
}
