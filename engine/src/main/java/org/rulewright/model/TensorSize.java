package org.rulewright.model;

import java.util.Map;

/** Whether the bytes of a stored tensor are as many as its dimensions and its type say. */
final class TensorSize {

  /** Bytes an element, by the type numbers of {@code TensorProto.DataType}. */
  private static final Map<Integer, Integer> WIDTHS =
      Map.ofEntries(
          Map.entry(1, 4),
          Map.entry(2, 1),
          Map.entry(3, 1),
          Map.entry(4, 2),
          Map.entry(5, 2),
          Map.entry(6, 4),
          Map.entry(7, 8),
          Map.entry(9, 1),
          Map.entry(10, 2),
          Map.entry(11, 8),
          Map.entry(12, 4),
          Map.entry(13, 8),
          Map.entry(14, 8),
          Map.entry(15, 16),
          Map.entry(16, 2));

  private static final long MOST_ELEMENTS = 1L << 31;

  private String name = "";
  private int type;
  private long elements = 1;
  private long raw = -1;

  void name(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void type(int type) {
    this.type = type;
  }

  void dimensions(long[] dimensions) {
    for (long dimension : dimensions) {
      boolean fits = dimension >= 0 && elements >= 0 && dimension <= MOST_ELEMENTS;
      elements = fits ? Math.multiplyExact(elements, Math.max(dimension, 0)) : -1;
      if (elements > MOST_ELEMENTS) {
        elements = -1;
      }
    }
  }

  void raw(long bytes) {
    raw = bytes;
  }

  boolean agrees() {
    if (elements < 0) {
      return false;
    }
    var width = WIDTHS.get(type);
    return raw < 0 || width == null || raw == elements * width;
  }
}
