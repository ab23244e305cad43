package org.rulewright.dataset.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Guesses the columns of a table from its first records. */
final class Columns {
  private static final int NAME_LENGTH = 100;

  private Columns() {}

  /** Whether the first record looks like names: every cell a text of its own, none a value. */
  static boolean hasHeader(List<String[]> sample) {
    Set<String> seen = new HashSet<>();
    boolean named = false;
    for (var cell : sample.getFirst()) {
      var text = cell.strip();
      if (!text.isEmpty()) {
        named = true;
        if (TypeGuess.isValue(text) || !seen.add(text)) {
          return false;
        }
      }
    }
    return named;
  }

  static List<ColumnChoice> guess(List<String[]> sample, boolean header, DecimalMark mark) {
    var first = sample.getFirst();
    var rows = header ? sample.subList(1, sample.size()) : sample;
    var names = names(header ? first : unnamed(first.length));
    var columns = new ArrayList<ColumnChoice>();
    for (int i = 0; i < first.length; i++) {
      columns.add(TypeGuess.of(names.get(i), cells(rows, i), mark));
    }
    return columns;
  }

  private static List<String> cells(List<String[]> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.length)
        .map(row -> row[column].strip())
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  /** Names that are not empty and, without regard to case, not twice. */
  private static List<String> names(String[] header) {
    Set<String> taken = new HashSet<>();
    var names = new ArrayList<String>();
    for (int i = 0; i < header.length; i++) {
      var wanted = cleaned(header[i], i);
      var name = wanted;
      for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
        name = wanted + "_" + n;
      }
      names.add(name);
    }
    return names;
  }

  private static String[] unnamed(int size) {
    var names = new String[size];
    Arrays.fill(names, "");
    return names;
  }

  private static String cleaned(String name, int index) {
    var clean = name.replaceAll("[\\p{Cntrl}\\s\uFFFD]+", " ").strip();
    if (clean.isEmpty()) {
      return "column_" + (index + 1);
    }
    return clean.length() > NAME_LENGTH ? clean.substring(0, NAME_LENGTH).strip() : clean;
  }
}
