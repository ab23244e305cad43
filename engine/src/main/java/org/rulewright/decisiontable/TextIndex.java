package org.rulewright.decisiontable;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The strings a column names, each with its code; every other string shares the last code. */
final class TextIndex {

  private final @Nullable String[] keys;
  private final int[] codes;
  private final int mask;
  private final int other;

  TextIndex(Set<String> texts) {
    int capacity = Integer.highestOneBit(Math.max(2, texts.size() * 4 - 1)) * 2;
    keys = new String[capacity];
    codes = new int[capacity];
    mask = capacity - 1;
    other = texts.size();
    int code = 0;
    for (String text : texts) {
      int slot = slot(text);
      keys[slot] = text;
      codes[slot] = code++;
    }
  }

  int classes() {
    return other + 1;
  }

  int classOf(String text) {
    int slot = slot(text);
    return keys[slot] == null ? other : codes[slot];
  }

  /** The slot that holds the text, or the empty one where it would be. */
  @SuppressWarnings("ReferenceEquality") // the same object needs no look at its characters
  private int slot(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & mask;
    while (true) {
      String key = keys[slot];
      if (key == null || key == text || key.equals(text)) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
  }
}
