package org.rulewright.serving;

import java.util.Locale;

/** A parameter of the address has a value it cannot have. */
final class WrongParameterException extends Exception {

  private static final long serialVersionUID = 1;

  private final String parameter;
  private final String zh;
  private final String en;

  WrongParameterException(String parameter, String zh, String en) {
    super(parameter + ": " + en);
    this.parameter = parameter;
    this.zh = zh;
    this.en = en;
  }

  String parameter() {
    return parameter;
  }

  String expected(Locale language) {
    return language.getLanguage().equals("en") ? en : zh;
  }
}
