package org.rulewright.asset;

import java.util.Locale;
import org.rulewright.xml.UnreadableModelException;

/** The wording of what this package refuses. */
final class AssetRefusals {

  static final Refusal NOTHING_TO_UNDO =
      new Refusal("NOTHING_TO_UNDO", "没有可以撤销的修改。", "There is no edit left to undo.");
  static final Refusal NOTHING_TO_REDO =
      new Refusal("NOTHING_TO_REDO", "没有可以重做的修改。", "There is no undone edit left to redo.");
  static final Refusal NO_SUCH_REVISION =
      new Refusal(
          "NO_SUCH_REVISION",
          "该策略没有这个修订；请从历史列表中选择。",
          "The strategy has no such revision; choose one from its history.");
  static final Refusal ARCHIVED =
      new Refusal(
          "STRATEGY_ARCHIVED",
          "该策略已归档，不能再修改；请先取消归档。",
          "The strategy is archived and cannot be edited; take it out of the archive first.");
  static final Refusal SETTLED =
      new Refusal(
          "ALREADY_SETTLED",
          "这份冲突内容已经处理过了。",
          "It was already decided what becomes of this conflicting save.");
  static final Refusal KEY_TAKEN =
      new Refusal(
          "KEY_TAKEN", "已有同名标识的策略；请换一个标识。", "Another strategy has this key; choose another one.");
  static final Refusal NAME_MISSING =
      new Refusal(
          "NAME_MISSING", "请填写中文名称和英文名称。", "Give the strategy a Chinese and an English name.");
  static final Refusal TEXT_TOO_LONG =
      new Refusal(
          "TEXT_TOO_LONG",
          "名称不能超过 120 个字符，用途不能超过 2000 个字符。",
          "A name has at most 120 characters, a purpose at most 2000.");

  private AssetRefusals() {}

  static Refusal unreadable(UnreadableModelException why) {
    return new Refusal(
        "MODEL_" + why.code(), why.message(Locale.CHINESE), why.message(Locale.ENGLISH));
  }
}
