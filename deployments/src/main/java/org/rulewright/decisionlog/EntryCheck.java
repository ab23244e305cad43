package org.rulewright.decisionlog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an entry must fulfil before it joins a group. */
final class EntryCheck {

  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_REASONS = 100;
  private static final int MOST_DIGITS = 100;

  private EntryCheck() {}

  /** Says what is wrong with the entry's clear columns; empty when nothing is. */
  static Optional<String> problem(DecisionEntry entry) {
    if (entry.headline().reasonCodes().size() > MOST_REASONS) {
      return Optional.of("the decision gives more than " + MOST_REASONS + " reason codes");
    }
    return Stream.concat(
            texts(entry).flatMap(text -> textProblem(text).stream()),
            numbers(entry).flatMap(number -> numberProblem(number).stream()))
        .findFirst();
  }

  private static Stream<String> texts(DecisionEntry entry) {
    var place = entry.place();
    var headline = entry.headline();
    var single =
        Stream.<@Nullable String>of(
            place.environment(),
            place.strategy(),
            place.arm(),
            entry.channel(),
            entry.reference(),
            headline.verdict(),
            headline.grade());
    return Stream.concat(single.flatMap(Stream::ofNullable), headline.reasonCodes().stream());
  }

  private static Stream<BigDecimal> numbers(DecisionEntry entry) {
    var headline = entry.headline();
    return Stream.<@Nullable BigDecimal>of(headline.score(), headline.amount(), headline.rate())
        .flatMap(Stream::ofNullable);
  }

  private static Optional<String> textProblem(String text) {
    if (text.length() > LONGEST_TEXT) {
      return Optional.of("a text is longer than " + LONGEST_TEXT + " characters");
    }
    return text.indexOf('\0') < 0
        ? Optional.empty()
        : Optional.of("a text holds the character U+0000, which cannot be stored");
  }

  private static Optional<String> numberProblem(BigDecimal number) {
    return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS
        ? Optional.of("a number has more than " + MOST_DIGITS + " digits")
        : Optional.empty();
  }
}
