package org.rulewright.lookup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Decimals;

/** Takes rows one after the other and makes a look-up table of them. */
public final class LookupBuilder {

  /** The most rows a table may have. */
  public static final int MOST_ROWS = 1_000_000;

  private final LookupDefinition definition;
  private final CellStore[] stores;
  private int[] lines = new int[0];
  private int size;

  public LookupBuilder(LookupDefinition definition) {
    this.definition = definition;
    this.stores = definition.stored().stream().map(CellStore::of).toArray(CellStore[]::new);
  }

  /**
   * Adds a row.
   *
   * @param cells a value of the column's type, or null, for each key column, then each value
   *     column, then the first and the last day if the table is dated; the array may be used again
   * @throws IllegalStateException when there are {@link #MOST_ROWS} already
   */
  public void add(@Nullable Object[] cells) {
    add(size + 1, cells);
  }

  /**
   * Adds a row that findings call by its line in a file instead of its number.
   *
   * @throws IllegalStateException when there are {@link #MOST_ROWS} already
   */
  public void add(int line, @Nullable Object[] cells) {
    if (cells.length != stores.length) {
      throw new IllegalArgumentException("a row of this table has " + stores.length + " cells");
    }
    if (size == MOST_ROWS) {
      throw new IllegalStateException("a look-up table has at most " + MOST_ROWS + " rows");
    }
    for (int i = 0; i < stores.length; i++) {
      stores[i].add(Decimals.coerced(cells[i]));
    }
    if (size == lines.length) {
      lines = Arrays.copyOf(lines, CellStore.grown(size));
    }
    lines[size++] = line;
  }

  public int size() {
    return size;
  }

  /** Makes the index; no row can be added afterwards. */
  public LookupBuild build() {
    for (var store : stores) {
      store.trim();
    }
    var keys = new CellStore[definition.keys().size()];
    System.arraycopy(stores, 0, keys, 0, keys.length);
    var findings = new Findings();
    var index = new KeyIndexBuilder(keys, lines, size, findings);
    var built =
        definition.dated()
            ? index.dated(
                (DayStore) stores[stores.length - 2], (DayStore) stores[stores.length - 1])
            : index.undated();
    return findings.count() == 0
        ? new LookupBuild.Built(new LookupTable(definition, stores, built, size))
        : new LookupBuild.Refused(findings.first(), findings.count());
  }
}
