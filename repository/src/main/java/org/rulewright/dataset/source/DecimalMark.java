package org.rulewright.dataset.source;

/** The character between whole and fraction; the other one of the two groups thousands. */
public enum DecimalMark {
  POINT('.', ','),
  COMMA(',', '.');

  private final char mark;
  private final char grouping;

  DecimalMark(char mark, char grouping) {
    this.mark = mark;
    this.grouping = grouping;
  }

  char mark() {
    return mark;
  }

  char grouping() {
    return grouping;
  }
}
