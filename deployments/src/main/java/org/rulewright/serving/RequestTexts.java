package org.rulewright.serving;

import java.util.Locale;
import tools.jackson.core.JacksonException;

/** The sentences about wrong members of a request, in the caller's language. */
final class RequestTexts {

  private final boolean english;

  RequestTexts(Locale language) {
    english = language.getLanguage().equals("en");
  }

  String malformed(JacksonException problem) {
    var place = problem.getLocation();
    var what = problem.getOriginalMessage();
    if (place == null) {
      return pick("请求体不是有效的 JSON：" + what, "The body is not JSON: " + what);
    }
    return pick(
        "请求体第 %d 行第 %d 列不是有效的 JSON：%s".formatted(place.getLineNr(), place.getColumnNr(), what),
        "The body is not JSON at line %d, column %d: %s"
            .formatted(place.getLineNr(), place.getColumnNr(), what));
  }

  String notAnObject() {
    return pick("请求体应为 JSON 对象。", "The body must be a JSON object.");
  }

  String unknownMember(String name) {
    return pick(
        "未知的成员“" + name + "”：请删除或更正名称。",
        "unknown member `" + name + "`: remove it or correct its name");
  }

  String missing(String name) {
    return pick("缺少成员“" + name + "”。", "the member `" + name + "` is missing: send it");
  }

  String notAnObject(String name) {
    return pick("成员“" + name + "”应为对象。", "the member `" + name + "` must be an object");
  }

  String notAMoment(String name) {
    return pick(
        "成员“" + name + "”应为带时区的时间，如 2026-11-23T09:30:00+08:00。",
        "the member `" + name + "` must be a time with offset, such as 2026-11-23T09:30:00+08:00");
  }

  String notABoolean(String name) {
    return pick(
        "成员“" + name + "”应为 true 或 false。", "the member `" + name + "` must be true or false");
  }

  String notAText(String name, int longest) {
    return pick(
        "成员“%s”应为 1 至 %d 个字符的单行文本。".formatted(name, longest),
        "the member `%s` must be a text of one line with 1 to %d characters"
            .formatted(name, longest));
  }

  String reserved(String name) {
    return pick(
        "成员“" + name + "”的这一取值由系统保留。", "this value of the member `" + name + "` is reserved");
  }

  private String pick(String zh, String en) {
    return english ? en : zh;
  }
}
