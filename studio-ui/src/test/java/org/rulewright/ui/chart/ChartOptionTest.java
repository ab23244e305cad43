package org.rulewright.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rulewright.ui.chart.ChartOption.Series;
import tools.jackson.databind.json.JsonMapper;

class ChartOptionTest {
  @Test
  void barsKeepTheirValuesExactlyAndAreNamedInALegend() {
    var option =
        ChartOption.bars(
            List.of("A", "B"),
            "",
            true,
            List.of(
                new Series("granted", List.of(new BigDecimal("0.1"), 2)),
                new Series("refused", List.of(3, 4), "#c00")));

    var json = new JsonMapper().readTree(option.json());
    assertThat(json.at("/series/0/data/0").decimalValue()).isEqualByComparingTo("0.1");
    assertThat(json.at("/series/1/itemStyle/color").asString()).isEqualTo("#c00");
    assertThat(json.at("/series/0/stack")).isEqualTo(json.at("/series/1/stack"));
    assertThat(json.has("legend")).isTrue();
    assertThat(json.at("/xAxis/data").size()).isEqualTo(2);
  }

  @Test
  void oneSeriesNeedsNoLegend() {
    var option = ChartOption.lines(List.of("1"), "%", List.of(new Series("rate", List.of(1))));

    assertThat(new JsonMapper().readTree(option.json()).has("legend")).isFalse();
  }
}
