package org.rulewright.dataset.sql;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why a SELECT is refused or failed, with its place in the text.
 *
 * @param line counted from 1, 0 when no place is known
 * @param column character of the line, counted from 1
 */
public record SqlProblem(Code code, int line, int column, List<String> arguments) {

  /** The reasons, each with its wording in both languages. */
  public enum Code {
    EMPTY,
    TOO_LONG,
    SYNTAX,
    NOT_A_SELECT,
    MORE_THAN_ONE_STATEMENT,
    UNKNOWN_TABLE,
    FORBIDDEN_FUNCTION,
    FORBIDDEN_PART,
    INVALID,
    UNUSABLE_COLUMN_TYPE,
    COLUMN_TWICE,
    NOT_FINITE,
    NO_SUBJECT,
    CANCELLED,
    TIME_LIMIT,
    MEMORY_LIMIT,
    FAILED
  }

  public SqlProblem {
    arguments = List.copyOf(arguments);
  }

  /** The sentence shown to the author, without the place. */
  public String message(Locale locale) {
    var noFallback =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
    var words = ResourceBundle.getBundle("org.rulewright.dataset.sql.problems", locale, noFallback);
    return MessageFormat.format(words.getString(code.name()), arguments.toArray());
  }
}
