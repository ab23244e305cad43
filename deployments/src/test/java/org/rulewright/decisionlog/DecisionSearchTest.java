package org.rulewright.decisionlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rulewright.decisionlog.LogFixture.entryWith;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rulewright.database.PostgresTest;
import org.rulewright.decisionlog.DecisionOrder.Column;

@PostgresTest
final class DecisionSearchTest {
  /** No other test records this verdict, so that a search finds these decisions only. */
  private static final String VERDICT = "SORTED";

  private final DataSource database;
  private LogFixture fixture;

  DecisionSearchTest(DataSource database) {
    this.database = database;
  }

  @BeforeEach
  void begin() {
    fixture = new LogFixture(database, TestKeys.installation());
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  @Test
  void amountsComeInOrderAndWhatHasNoneComesLast() {
    var verdict = VERDICT + "-amounts";
    record(verdict, "300", "A");
    record(verdict, null, "B");
    record(verdict, "20", "C");
    record(verdict, "1000", null);

    assertThat(amounts(verdict, new DecisionOrder(Column.AMOUNT, true)))
        .containsExactly("1000", "300", "20", "null");
    assertThat(amounts(verdict, new DecisionOrder(Column.AMOUNT, false)))
        .containsExactly("20", "300", "1000", "null");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetitionInEveryOrder() {
    var verdict = VERDICT + "-pages";
    for (int number = 0; number < 11; number++) {
      record(verdict, number % 3 == 0 ? null : "7" + number % 2, number % 4 == 0 ? null : "A");
    }
    for (var column : Column.values()) {
      for (var descending : List.of(true, false)) {
        var order = new DecisionOrder(column, descending);
        var whole = fixture.log.search(all(verdict), order, null, 100).decisions();

        assertThat(whole).hasSize(11);
        assertThat(byThree(verdict, order)).as(order.toString()).isEqualTo(whole);
      }
    }
  }

  @Test
  void aSortedSearchGoesOnOnlyFromADecisionThatExists() {
    var order = new DecisionOrder(Column.SCORE, true);

    assertThatThrownBy(() -> fixture.log.search(all(VERDICT), order, DecisionId.next(), 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void record(String verdict, @Nullable String amount, @Nullable String grade) {
    var headline =
        new Headline(
            verdict,
            new BigDecimal("700"),
            amount == null ? null : new BigDecimal(amount),
            null,
            null,
            grade,
            List.of());
    assertThat(fixture.log.record(entryWith(headline))).isInstanceOf(RecordResult.Recorded.class);
  }

  private List<String> amounts(String verdict, DecisionOrder order) {
    return fixture.log.search(all(verdict), order, null, 100).decisions().stream()
        .map(each -> String.valueOf(each.headline().amount()))
        .toList();
  }

  private List<DecisionSummary> byThree(String verdict, DecisionOrder order) {
    var found = new ArrayList<DecisionSummary>();
    var page = fixture.log.search(all(verdict), order, null, 3);
    found.addAll(page.decisions());
    while (page.nextCursor() != null) {
      page = fixture.log.search(all(verdict), order, page.nextCursor(), 3);
      found.addAll(page.decisions());
    }
    return found;
  }

  private static DecisionQuery all(String verdict) {
    return DecisionQuery.ALL.withVerdict(verdict);
  }
}
