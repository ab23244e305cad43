import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([
  BarChart,
  LineChart,
  PieChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

interface Series {
  readonly label?: object;
}

/** Labels beside the slices in the colour of the page's text, without an outline. */
const labelled = (series: unknown, color: string) =>
  ((series ?? []) as Series[]).map((one) => ({
    ...one,
    label: { color, textBorderWidth: 0, ...one.label },
  }));

/**
 * A chart in the colours of the page. The server sends an ECharts option as JSON, without colours
 * of text and lines: those are read from the theme and follow a change between light and dark.
 * Fires `rw-chart-click` with the name of the series and of the category.
 */
class RwChart extends HTMLElement {
  private chart?: echarts.ECharts;
  private value: Record<string, unknown> = {};
  private readonly resized = new ResizeObserver(() => this.chart?.resize());
  private readonly themed = new MutationObserver(() => this.draw());
  private readonly scheme = window.matchMedia('(prefers-color-scheme: dark)');
  private readonly schemed = () => this.draw();

  set option(value: string) {
    this.value = JSON.parse(value);
    this.draw();
  }

  connectedCallback() {
    this.style.display = 'block';
    this.chart = echarts.init(this, null, { renderer: 'svg' });
    this.chart.on('click', (event) => {
      const detail = { series: event.seriesName ?? '', category: event.name ?? '' };
      this.dispatchEvent(new CustomEvent('rw-chart-click', { detail }));
    });
    this.resized.observe(this);
    this.themed.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ['theme', 'style', 'class'],
    });
    this.scheme.addEventListener('change', this.schemed);
    this.draw();
  }

  disconnectedCallback() {
    this.resized.disconnect();
    this.themed.disconnect();
    this.scheme.removeEventListener('change', this.schemed);
    this.chart?.dispose();
    this.chart = undefined;
  }

  private draw() {
    if (!this.chart) {
      return;
    }
    this.chart.setOption({ ...this.themeOption(), ...this.withLines(this.value) }, true);
  }

  private themeOption() {
    const style = getComputedStyle(this);
    const surface = style.getPropertyValue('background-color');
    const tooltip = {
      confine: true,
      backgroundColor: surface,
      borderColor: 'currentColor',
      borderWidth: 1,
      textStyle: { color: style.color, fontFamily: style.fontFamily },
    };
    return {
      animation: false,
      aria: { enabled: true },
      textStyle: { color: style.color, fontFamily: style.fontFamily },
      tooltip: { trigger: 'item', ...tooltip },
    };
  }

  /** Gives the axes the quiet lines of the theme. */
  private withLines(value: Record<string, unknown>) {
    const color = getComputedStyle(this).color;
    const line = { lineStyle: { color, opacity: 0.15 } };
    const axis = (one: unknown) =>
      one === undefined
        ? {}
        : {
            axisLine: line,
            splitLine: line,
            axisTick: { show: false },
            nameTextStyle: { color },
            ...(one as object),
            axisLabel: { color, hideOverlap: true, ...((one as { axisLabel?: object }).axisLabel ?? {}) },
          };
    const legend =
      value.legend === undefined ? {} : { legend: { textStyle: { color }, ...(value.legend as object) } };
    return value.xAxis === undefined
      ? { ...value, ...legend, series: labelled(value.series, color) }
      : { ...value, ...legend, xAxis: axis(value.xAxis), yAxis: axis(value.yAxis) };
  }
}

customElements.define('rw-chart', RwChart);
