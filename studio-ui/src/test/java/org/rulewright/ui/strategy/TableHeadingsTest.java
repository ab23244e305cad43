package org.rulewright.ui.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableHeadingsTest {

  @Test
  void aListOfLiteralsIsReadAsItsValues() {
    assertThat(TableHeadings.literals("\"A, B\", \"制造业\",1.5, true"))
        .containsExactly("\"A, B\"", "\"制造业\"", "1.5", "true");
  }

  @Test
  void aConditionIsNoListOfValues() {
    assertThat(TableHeadings.literals("[0..100]")).isEmpty();
    assertThat(TableHeadings.literals("\"A\", > 5")).isEmpty();
    assertThat(TableHeadings.literals("not(\"A\")")).isEmpty();
    assertThat(TableHeadings.literals(null)).isEmpty();
  }
}
