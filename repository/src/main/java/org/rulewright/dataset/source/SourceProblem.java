package org.rulewright.dataset.source;

import java.util.List;
import java.util.Locale;

/**
 * Why a whole file cannot be read, with the place and what to do.
 *
 * @param line line of the file counted from 1, 0 where no line is to blame
 */
public record SourceProblem(Code code, long line, List<String> arguments) {

  /** The reasons, each with its wording in both languages. */
  public enum Code {
    EMPTY,
    TOO_LARGE,
    UNPACKED_TOO_LARGE,
    COMPRESSION_BOMB,
    BROKEN_COMPRESSION,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    FIELD_TOO_LONG,
    QUOTE_NOT_CLOSED,
    UNKNOWN_ENCODING,
    NOT_A_TEXT,
    NOT_A_WORKBOOK,
    UNKNOWN_SHEET,
    COLUMNS_DIFFER
  }

  public SourceProblem {
    arguments = List.copyOf(arguments);
  }

  static SourceProblem of(Code code, long line, Object... arguments) {
    return new SourceProblem(code, line, List.of(arguments).stream().map(String::valueOf).toList());
  }

  /** The sentence shown to the person who delivered the file. */
  public String message(Locale locale) {
    return Wording.of(locale).text("source." + code, line, arguments);
  }
}
