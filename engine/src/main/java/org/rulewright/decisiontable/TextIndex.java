package org.rulewright.decisiontable;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The strings a column names, each with its code; every other string shares the last code. */
final class TextIndex {

  /** Odd numbers tried until no two strings want the same slot; the best is taken. */
  private static final int TRIES = 32;

  private final @Nullable String[] keys;
  private final int[] codes;
  private final int mask;
  private final int factor;
  private final int other;

  TextIndex(Set<String> texts) {
    int capacity = Integer.highestOneBit(Math.max(2, texts.size() * 4 - 1)) * 2;
    keys = new String[capacity];
    codes = new int[capacity];
    mask = capacity - 1;
    other = texts.size();
    factor = factor(texts, mask);
    int code = 0;
    for (String text : texts) {
      int slot = slot(text);
      keys[slot] = text;
      codes[slot] = code++;
    }
  }

  private TextIndex(@Nullable String[] keys, int[] codes, int mask, int factor, int other) {
    this.keys = keys;
    this.codes = codes;
    this.mask = mask;
    this.factor = factor;
    this.other = other;
  }

  private static int factor(Set<String> texts, int mask) {
    int best = 1;
    int fewest = Integer.MAX_VALUE;
    int factor = 0x9E3779B1;
    for (int i = 0; i < TRIES && fewest > 0; i++, factor = factor * 5 + 2) {
      boolean[] taken = new boolean[mask + 1];
      int collisions = 0;
      for (String text : texts) {
        int slot = slot(text, factor, mask);
        collisions += taken[slot] ? 1 : 0;
        taken[slot] = true;
      }
      if (collisions < fewest) {
        fewest = collisions;
        best = factor;
      }
    }
    return best;
  }

  private static int slot(String text, int factor, int mask) {
    int hash = text.hashCode() * factor;
    return (hash ^ hash >>> 15) & mask;
  }

  int classes() {
    return other + 1;
  }

  int classOf(String text) {
    int slot = slot(text);
    return keys[slot] == null ? other : codes[slot];
  }

  /** The same index, which finds the rows of the classes: those of these rows from the first on. */
  TextIndex withRows(int[] rows, int first) {
    int[] found = new int[codes.length];
    for (int slot = 0; slot < found.length; slot++) {
      found[slot] = rows[first + (keys[slot] == null ? other : codes[slot])];
    }
    return new TextIndex(keys, found, mask, factor, rows[first + other]);
  }

  /** What {@link #withRows} was given for the class of the text. */
  @SuppressWarnings("ReferenceEquality") // the same object needs no look at its characters
  int rowOf(String text) {
    int slot = slot(text, factor, mask);
    while (true) {
      String key = keys[slot];
      if (key == null) {
        return other;
      }
      if (key == text || key.equals(text)) {
        return codes[slot];
      }
      slot = slot + 1 & mask;
    }
  }

  /** The slot that holds the text, or the empty one where it would be. */
  @SuppressWarnings("ReferenceEquality") // the same object needs no look at its characters
  private int slot(String text) {
    int slot = slot(text, factor, mask);
    while (true) {
      String key = keys[slot];
      if (key == null || key == text || key.equals(text)) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
  }
}
