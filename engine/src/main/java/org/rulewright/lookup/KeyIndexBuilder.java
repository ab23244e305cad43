package org.rulewright.lookup;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/** Lays out the index of all rows, and reports keys that are empty, double or overlap. */
final class KeyIndexBuilder {

  private final CellStore[] keys;
  private final int[] lines;
  private final int size;
  private final Findings findings;
  private final int[] slots;

  KeyIndexBuilder(CellStore[] keys, int[] lines, int size, Findings findings) {
    this.keys = keys;
    this.lines = lines;
    this.size = size;
    this.findings = findings;
    this.slots = new int[Integer.highestOneBit(Math.max(4, size) * 2 - 1) << 1];
  }

  /** For rows that are always in force: a key stands once. */
  KeyIndex undated() {
    for (int row = 0; row < size; row++) {
      int slot = slot(row);
      if (slot < 0) {
        continue;
      }
      if (slots[slot] == 0) {
        slots[slot] = row + 1;
      } else {
        finding("lookup.duplicate-key", row, slots[slot] - 1);
      }
    }
    return new KeyIndex(keys, slots, null);
  }

  /** For rows that are in force for some days: those of one key may not overlap. */
  KeyIndex dated(DayStore from, DayStore to) {
    int[] next = new int[size];
    int groups = chain(next);
    int[] starts = new int[groups + 1];
    int[] rows = new int[size];
    int[] first = new int[size];
    int[] last = new int[size];
    int group = 0;
    int at = 0;
    for (int slot = 0; slot < slots.length; slot++) {
      if (slots[slot] == 0) {
        continue;
      }
      starts[group] = at;
      for (long packed : sorted(slots[slot] - 1, next, from)) {
        int row = (int) packed;
        rows[at] = row;
        first[at] = from.day(row, Integer.MIN_VALUE);
        last[at] = to.day(row, Integer.MAX_VALUE);
        judge(rows, first, last, at, starts[group]);
        at++;
      }
      slots[slot] = ++group;
    }
    starts[groups] = at;
    return new KeyIndex(keys, slots, new KeyIndex.Periods(starts, rows, first, last));
  }

  /** Chains the rows of each key; a link is the row + 1 that came before, 0 at the end. */
  private int chain(int[] next) {
    int groups = 0;
    for (int row = 0; row < size; row++) {
      int slot = slot(row);
      if (slot >= 0) {
        groups += slots[slot] == 0 ? 1 : 0;
        next[row] = slots[slot];
        slots[slot] = row + 1;
      }
    }
    return groups;
  }

  /** The rows of a chain by their first day; each in the lower half of a number. */
  private static long[] sorted(int head, int[] next, DayStore from) {
    int count = 0;
    for (int row = head + 1; row != 0; row = next[row - 1]) {
      count++;
    }
    long[] packed = new long[count];
    for (int row = head + 1; row != 0; row = next[row - 1]) {
      packed[--count] = ((long) from.day(row - 1, Integer.MIN_VALUE) << 32) | (row - 1);
    }
    Arrays.sort(packed);
    return packed;
  }

  private void judge(int[] rows, int[] first, int[] last, int at, int start) {
    if (first[at] > last[at]) {
      findings.add(
          Diagnostic.error(
              "lookup.period-reversed", place(rows[at]), number(rows[at]), text(rows[at])));
    }
    if (at > start && last[at - 1] >= first[at]) {
      finding("lookup.overlapping-periods", rows[at], rows[at - 1]);
    }
  }

  /** The slot of a row's key, free or taken by it; -1 when a part of the key is empty. */
  private int slot(int row) {
    @Nullable Object[] key = new Object[keys.length];
    int hash = 1;
    for (int i = 0; i < keys.length; i++) {
      Object part = keys[i].get(row);
      if (part == null) {
        findings.add(Diagnostic.error("lookup.empty-key", place(row), number(row)));
        return -1;
      }
      key[i] = part;
      hash = 31 * hash + CellStore.hash(part);
    }
    int mask = slots.length - 1;
    int slot = KeyIndex.start(hash, mask);
    while (slots[slot] != 0 && !same(slots[slot] - 1, key)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean same(int row, @Nullable Object[] key) {
    for (int i = 0; i < keys.length; i++) {
      Object part = key[i];
      if (part == null || !keys[i].holds(row, part)) {
        return false;
      }
    }
    return true;
  }

  private void finding(String code, int row, int other) {
    findings.add(
        Diagnostic.error(
            code,
            place(row),
            number(Math.max(row, other)),
            number(Math.min(row, other)),
            text(row)));
  }

  private Place place(int row) {
    return Place.of(number(row));
  }

  private String number(int row) {
    return Integer.toString(lines[row]);
  }

  private String text(int row) {
    return Diagnostic.shortened(
        Stream.of(keys).map(it -> String.valueOf(it.get(row))).collect(Collectors.joining(", ")));
  }
}
