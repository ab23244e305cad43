package org.rulewright.ui.chart;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a {@link Chart} draws, as an ECharts option.
 *
 * <p>Series get the colours of one palette in their order; a series that means something (granted,
 * refused) names its own {@link Series#colour}.
 */
public final class ChartOption {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> PALETTE =
      List.of("#2f6fed", "#12a594", "#f59e0b", "#d6409f", "#7c66dc", "#8d8d8d");

  private final ObjectNode option = JSON.createObjectNode();

  private ChartOption() {
    PALETTE.forEach(option.putArray("color")::add);
  }

  /**
   * Values of one series, one for each category.
   *
   * @param colour as CSS writes it; empty for the next of the palette
   */
  public record Series(String name, List<? extends Number> values, String colour) {
    public Series(String name, List<? extends Number> values) {
      this(name, values, "");
    }
  }

  /** Bars side by side, or on top of each other, over named categories. */
  public static ChartOption bars(
      List<String> categories, String unit, boolean stacked, List<Series> series) {
    var chart = new ChartOption().axes(categories, unit, true);
    var drawn = chart.option.putArray("series");
    for (var one : series) {
      var bar = chart.series(drawn, "bar", one);
      bar.put("barMaxWidth", 48);
      if (stacked) {
        bar.put("stack", "all");
      }
    }
    return chart.legend(series);
  }

  /** Lines over ordered categories. */
  public static ChartOption lines(List<String> categories, String unit, List<Series> series) {
    var chart = new ChartOption().axes(categories, unit, false);
    var drawn = chart.option.putArray("series");
    for (var one : series) {
      chart.series(drawn, "line", one).put("showSymbol", false);
    }
    return chart.legend(series);
  }

  /** A ring of shares; each slice is a series with one value. */
  public static ChartOption shares(List<Series> slices) {
    var chart = new ChartOption();
    var ring = chart.option.putArray("series").addObject();
    ring.put("type", "pie").putArray("radius").add("52%").add("76%");
    var data = ring.putArray("data");
    for (var slice : slices) {
      var one = data.addObject().put("name", slice.name());
      one.put("value", new BigDecimal(slice.values().getFirst().toString()));
      colour(one, slice);
    }
    ring.putObject("label").put("formatter", "{b}  {d}%");
    return chart;
  }

  String json() {
    return option.toString();
  }

  private ChartOption axes(List<String> categories, String unit, boolean gap) {
    option
        .putObject("grid")
        .put("left", 8)
        .put("right", 16)
        .put("top", unit.isEmpty() ? 24 : 36)
        .put("bottom", 8)
        .put("containLabel", true);
    option.withObject("tooltip").put("trigger", "axis");
    var x = option.putObject("xAxis").put("type", "category").put("boundaryGap", gap);
    categories.forEach(x.putArray("data")::add);
    option.putObject("yAxis").put("type", "value").put("name", unit);
    return this;
  }

  private ObjectNode series(ArrayNode drawn, String type, Series one) {
    var node = drawn.addObject().put("type", type).put("name", one.name());
    var data = node.putArray("data");
    one.values().forEach(value -> data.add(new BigDecimal(value.toString())));
    colour(node, one);
    return node;
  }

  private static void colour(ObjectNode node, Series one) {
    if (!one.colour().isEmpty()) {
      node.putObject("itemStyle").put("color", one.colour());
    }
  }

  private ChartOption legend(List<Series> series) {
    if (series.size() > 1) {
      option.putObject("legend").put("top", 0).put("right", 0);
    }
    return this;
  }
}
