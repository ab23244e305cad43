package org.rulewright.lookup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Booleans, a byte each. */
final class FlagStore implements CellStore {

  private static final byte NULL = -1;

  private byte[] flags = new byte[0];
  private int size;

  @Override
  public void add(@Nullable Object value) {
    if (size == flags.length) {
      flags = Arrays.copyOf(flags, CellStore.grown(size));
    }
    flags[size++] = value == null ? NULL : (Boolean) value ? (byte) 1 : 0;
  }

  @Override
  public @Nullable Object get(int row) {
    return flags[row] == NULL ? null : flags[row] == 1;
  }

  @Override
  public boolean holds(int row, Object value) {
    return value.equals(get(row));
  }

  @Override
  public void trim() {
    flags = Arrays.copyOf(flags, size);
  }

  @Override
  public long bytes() {
    return size;
  }
}
