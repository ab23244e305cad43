package org.rulewright.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CursorRowsTest {
  private final List<String> asked = new ArrayList<>();
  private final CursorRows<Integer, Integer> rows = new CursorRows<>(this::tenOfTwentyFive);

  private CursorRows.Page<Integer, Integer> tenOfTwentyFive(String words, @Nullable Integer from) {
    asked.add(words + from);
    var start = from == null ? 0 : from;
    var end = Math.min(start + 10, 25);
    return new CursorRows.Page<>(
        IntStream.range(start, end).boxed().toList(), end == 25 ? null : end);
  }

  @Test
  void pagesAreReadAsFarAsSomebodyScrolls() {
    assertThat(rows.rows("a", 0, 5)).containsExactly(0, 1, 2, 3, 4);
    assertThat(rows.rows("a", 5, 10)).hasSize(10).endsWith(14);
    assertThat(rows.rows("a", 20, 50)).containsExactly(20, 21, 22, 23, 24);
    assertThat(rows.rows("a", 25, 50)).isEmpty();
    assertThat(asked).containsExactly("anull", "a10", "a20");
  }

  @Test
  void otherWordsStartAnew() {
    var unused = rows.rows("a", 0, 5);
    assertThat(rows.rows("b", 3, 2)).containsExactly(3, 4);
    assertThat(asked).containsExactly("anull", "bnull");
  }
}
