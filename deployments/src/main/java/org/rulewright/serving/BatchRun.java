package org.rulewright.serving;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rulewright.access.ApiKey;
import org.rulewright.asset.StrategyKey;

/**
 * One batch: lines in, answers out in the same order.
 *
 * <p>A window of decisions is under way at a time, so that they share commits; when the sender
 * pauses, everything under way is answered before the next line is waited for.
 */
final class BatchRun {

  private static final int WINDOW = 512;

  /** What every line of the batch has in common. */
  record Order(
      String environment,
      String strategy,
      ApiKey caller,
      Locale language,
      @Nullable String idempotencyKey) {}

  /** A line of the window: answered already, or under way. */
  private sealed interface Place {
    record Done(byte[] answer) implements Place {}

    record UnderWay(long line, DecisionService.Pending pending) implements Place {}
  }

  private final DecisionService decisions;
  private final Order order;
  private final AnswerSpool answers;
  private final Deque<Place> window = new ArrayDeque<>();
  private boolean abandoned;

  BatchRun(DecisionService decisions, Order order, AnswerSpool answers) {
    this.decisions = decisions;
    this.order = order;
    this.answers = answers;
  }

  void run(InputStream body) throws IOException {
    var lines = new LineReader(body, DecisionController.LARGEST_BODY);
    for (var line = lines.next(); line != null && !abandoned; line = lines.next()) {
      if (!line.blank()) {
        window.add(begin(line));
      }
      while (window.size() >= WINDOW) {
        answerFirst();
      }
      if (!lines.ready()) {
        answerAll();
      }
    }
    answerAll();
  }

  private Place begin(LineReader.Line line) {
    long arrival = System.nanoTime();
    if (line.tooLong()) {
      return problem(
          line,
          Problem.of(ProblemKind.TOO_LARGE, order.language(), DecisionController.LARGEST_BODY));
    }
    return switch (RequestReader.read(line.bytes(), order.language())) {
      case ReadRequest.Unreadable unreadable ->
          problem(line, Problem.of(ProblemKind.UNREADABLE, order.language(), unreadable.why()));
      case ReadRequest.Wrong wrong ->
          problem(line, DecisionController.wrong(wrong, order.language()));
      case ReadRequest.Read read ->
          new Place.UnderWay(
              line.number(),
              decisions.begin(
                  order.environment(),
                  new StrategyKey(order.strategy()),
                  read.request(),
                  caller(line, arrival)));
    };
  }

  /** Each line has a key of its own under the key of the batch, so that a batch can be repeated. */
  private Caller caller(LineReader.Line line, long arrival) {
    var key = order.idempotencyKey() == null ? null : order.idempotencyKey() + "#" + line.number();
    var claim =
        DecisionController.claim(
            order.caller(), order.environment(), order.strategy(), key, line.bytes());
    return new Caller(order.caller().actor(), order.language(), claim, arrival);
  }

  private static Place problem(LineReader.Line line, Problem problem) {
    return new Place.Done(AnswerWriter.line(problem, line.number()));
  }

  private void answerAll() throws IOException {
    while (!window.isEmpty()) {
      answerFirst();
    }
  }

  private void answerFirst() throws IOException {
    var answer =
        switch (window.remove()) {
          case Place.UnderWay underWay -> answer(underWay);
          case Place.Done done -> done.answer();
        };
    abandoned |= !answers.put(answer);
  }

  private byte[] answer(Place.UnderWay underWay) {
    var result = underWay.pending().await();
    if (result instanceof DecisionResult.Answered answered) {
      return AnswerWriter.line(answered.answer(), underWay.line());
    }
    var problem =
        AnswerWriter.problem(result, order.environment(), order.strategy(), order.language());
    return AnswerWriter.line(problem, underWay.line());
  }
}
