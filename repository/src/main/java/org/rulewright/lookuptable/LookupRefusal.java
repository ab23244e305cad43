package org.rulewright.lookuptable;

import java.util.Locale;

/** Why an import cannot be begun, for a person. */
public record LookupRefusal(String zh, String en) {

  static final LookupRefusal KEY =
      new LookupRefusal(
          "键须以小写字母开头，只含小写字母、数字、点、短横线和下划线，不超过 63 个字符。",
          "A key begins with a lower-case letter and holds lower-case letters, digits, dots, dashes"
              + " and underscores, at most 63 characters.");
  static final LookupRefusal NAME =
      new LookupRefusal("名称须有 1 到 200 个字符。", "A name has 1 to 200 characters.");
  static final LookupRefusal KEYS =
      new LookupRefusal("请选择 1 到 8 个键列。", "Choose 1 to 8 key columns.");
  static final LookupRefusal TWICE =
      new LookupRefusal("一列只能有一个用途。", "A column can have one use only.");

  static LookupRefusal noColumn(String name) {
    return new LookupRefusal(
        "文件中没有保留的列“" + name + "”。", "The file has no kept column `" + name + "`.");
  }

  static LookupRefusal columnName(String name) {
    return new LookupRefusal(
        "列名“" + name + "”不能在表达式中使用：请改成由字母、数字和下划线组成的一个词。",
        "Column `"
            + name
            + "` cannot be named in an expression: call it by one word of letters, digits and"
            + " underscores.");
  }

  static LookupRefusal dateTime(String name) {
    return new LookupRefusal(
        "列“" + name + "”是日期时间，查询表只能有文本、数字、布尔和日期：请改为日期或文本。",
        "Column `"
            + name
            + "` is a date and time, but a look-up table holds texts, numbers, booleans and dates:"
            + " make it a date or a text.");
  }

  static LookupRefusal notADate(String name) {
    return new LookupRefusal(
        "有效期列“" + name + "”须是日期。", "Column `" + name + "` of the period must be a date.");
  }

  public String message(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : zh;
  }
}
