package org.rulewright.xml;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Says why bytes could not be read as a model, and where in them. */
public final class UnreadableModelException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final String BUNDLE = "org.rulewright.xml.unreadable";

  /** The reasons for which bytes are refused. */
  public enum Reason {
    EMPTY,
    TOO_LARGE,
    NOT_XML,
    DOCTYPE,
    TOO_DEEP,
    WRONG_ROOT,
    UNKNOWN_VERSION
  }

  private final Reason reason;
  private final List<String> arguments;
  private final int line;
  private final int column;

  public UnreadableModelException(
      Reason reason, List<String> arguments, int line, int column, @Nullable Throwable cause) {
    super(reason + " " + arguments, cause);
    this.reason = reason;
    this.arguments = List.copyOf(arguments);
    this.line = line;
    this.column = column;
  }

  /** Returns the stable code of the reason. */
  public String code() {
    return reason.name();
  }

  /** Returns the reason itself. */
  public Reason reason() {
    return reason;
  }

  /** Returns the words the message is filled with. */
  public List<String> arguments() {
    return arguments;
  }

  /** Returns the line the reading stopped at, counted from 1, or 0 where no place can be named. */
  public int line() {
    return line;
  }

  /** Returns the column the reading stopped at, counted from 1, or 0 where none can be named. */
  public int column() {
    return column;
  }

  /** Returns the reason with its place and a remedy in the language of the reader. */
  public String message(Locale locale) {
    var bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var text = MessageFormat.format(bundle.getString(reason.name()), arguments.toArray());
    return line == 0
        ? text
        : MessageFormat.format(
            bundle.getString("PLACE"), text, String.valueOf(line), String.valueOf(column));
  }
}
