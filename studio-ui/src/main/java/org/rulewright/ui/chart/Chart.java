package org.rulewright.ui.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.function.Consumer;

/**
 * A chart drawn by ECharts.
 *
 * <p>Text and line colours come from the theme. Say in words what it shows by {@link #Chart(String,
 * ChartOption)}'s label: a screen reader reads it.
 */
@Tag("rw-chart")
@NpmPackage(value = "echarts", version = "6.1.0")
@JsModule("./chart/rw-chart.ts")
public final class Chart extends Component implements HasSize, HasStyle {

  /** A part of a chart that was clicked. */
  public record Clicked(String series, String category) {}

  /**
   * A chart.
   *
   * @param label what it shows, in the person's language
   */
  public Chart(String label, ChartOption option) {
    getElement().setAttribute("role", "img").setAttribute("aria-label", label);
    setHeight("16rem");
    setWidthFull();
    show(option);
  }

  /** Draws something else. */
  public void show(ChartOption option) {
    getElement().setProperty("option", option.json());
  }

  /** Tells which part of the chart is clicked. */
  public void onClick(Consumer<Clicked> clicked) {
    getElement()
        .addEventListener(
            "rw-chart-click",
            event ->
                clicked.accept(
                    new Clicked(
                        event.getEventData().get("event.detail.series").asString(),
                        event.getEventData().get("event.detail.category").asString())))
        .addEventData("event.detail.series")
        .addEventData("event.detail.category");
  }
}
