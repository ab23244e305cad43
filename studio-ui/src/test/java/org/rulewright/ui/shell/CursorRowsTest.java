package org.rulewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CursorRowsTest {
  private static final RowRequest A = new RowRequest("a", "", false);
  private static final RowRequest B = new RowRequest("b", "", false);

  private final List<String> asked = new ArrayList<>();
  private final CursorRows<Integer, Integer> rows =
      new CursorRows<>(this::tenOfTwentyFive, Set.of("size"), true);

  private CursorRows.Page<Integer, Integer> tenOfTwentyFive(
      RowRequest request, @Nullable Integer from) {
    asked.add(request.words() + request.sortedBy() + from);
    var start = from == null ? 0 : from;
    var end = Math.min(start + 10, 25);
    return new CursorRows.Page<>(
        IntStream.range(start, end).boxed().toList(), end == 25 ? null : end);
  }

  @Test
  void pagesAreReadAsFarAsSomebodyScrolls() {
    assertThat(rows.rows(A, 0, 5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(rows.rows(A, 5, 10)).hasSize(10).endsWith(14);
    assertThat(rows.rows(A, 20, 50)).containsExactly(20, 21, 22, 23, 24);
    assertThat(rows.rows(A, 25, 50)).isEmpty();
    assertThat(asked).containsExactly("anull", "a10", "a20");
  }

  @Test
  void otherWordsOrAnotherOrderStartAnew() {
    var unused = rows.rows(A, 0, 5);
    assertThat(rows.rows(B, 3, 2)).containsExactly(3, 4);
    assertThat(rows.rows(new RowRequest("b", "size", true), 5, 1)).containsExactly(5);
    assertThat(asked).containsExactly("anull", "bnull", "bsizenull");
  }

  @Test
  void anExportReadsEveryPageAndLeavesTheScreenWhereItIs() {
    var unused = rows.rows(A, 0, 20);
    asked.clear();
    var exported = new ArrayList<Integer>();

    rows.each(A, exported::add);

    assertThat(exported).isEqualTo(IntStream.range(0, 25).boxed().toList());
    assertThat(rows.rows(A, 10, 5)).containsExactly(10, 11, 12, 13, 14);
    assertThat(asked).containsExactly("anull", "a10", "a20");
  }
}
