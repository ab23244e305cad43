package org.rulewright.lookup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts, each kept once; a cell is the number of its text. */
final class TextStore implements CellStore {

  private static final int NULL = -1;

  /** Of an object's header, a text's fields and its array, rounded. */
  private static final int BYTES_OF_TEXT = 48;

  private int[] codes = new int[0];
  private String[] texts = new String[0];
  private int size;
  private int known;

  /** Only while rows are added. */
  private @Nullable Map<String, Integer> codeOf = new HashMap<>();

  @Override
  public void add(@Nullable Object value) {
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, CellStore.grown(size));
    }
    codes[size++] = value == null ? NULL : code((String) value);
  }

  private int code(String text) {
    var codesNow = Objects.requireNonNull(codeOf, "no rows are added after the end");
    var code = codesNow.get(text);
    if (code != null) {
      return code;
    }
    if (known == texts.length) {
      texts = Arrays.copyOf(texts, CellStore.grown(known));
    }
    texts[known] = text;
    codesNow.put(text, known);
    return known++;
  }

  @Override
  public @Nullable Object get(int row) {
    return codes[row] == NULL ? null : texts[codes[row]];
  }

  @Override
  public boolean holds(int row, Object value) {
    return codes[row] != NULL && texts[codes[row]].equals(value);
  }

  @Override
  public void trim() {
    codeOf = null;
    codes = Arrays.copyOf(codes, size);
    texts = Arrays.copyOf(texts, known);
  }

  @Override
  public long bytes() {
    long characters = Arrays.stream(texts).mapToLong(TextStore::bytes).sum();
    return 4L * size + (4L + BYTES_OF_TEXT) * known + characters;
  }

  private static long bytes(String text) {
    return text.chars().allMatch(c -> c < 256) ? text.length() : 2L * text.length();
  }
}
