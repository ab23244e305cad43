package org.rulewright.model;

/** Says why bytes are not a file of the format they are said to be. */
final class MalformedFileException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedFileException(String message) {
    super(message);
  }
}
