package org.rulewright.ui.portfolio;

import static org.rulewright.ui.shell.Messages.tr;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.simulation.BudgetPolicy;
import org.rulewright.simulation.PortfolioSummary;
import org.rulewright.simulation.PortfolioSummary.AllocationFigures;
import org.rulewright.simulation.PortfolioSummary.Band;
import org.rulewright.simulation.PortfolioSummary.GradeFigures;
import org.rulewright.ui.chart.Chart;
import org.rulewright.ui.chart.ChartOption;
import org.rulewright.ui.chart.ChartOption.Series;
import org.rulewright.ui.shell.Formats;

/** The figures of a run: tiles, charts, and what the budget became. */
final class FiguresPart extends Div {
  private static final String GOOD = "#12a594";
  private static final String BAD = "#e5484d";
  private static final String UNSURE = "#f59e0b";

  private final transient Formats formats = Formats.here();

  FiguresPart(PortfolioSummary summary, @Nullable BudgetPolicy budget) {
    addClassName("rw-stack");
    add(tiles(summary), charts(summary));
    var allocation = summary.allocation();
    if (allocation != null && budget != null) {
      add(allocation(allocation, budget));
    }
  }

  private Div tiles(PortfolioSummary summary) {
    var tiles = grid("rw-figures");
    tiles.addClassName("rw-fit");
    tiles.add(
        tile("portfolio.tile.rows", formats.number(summary.rows())),
        tile("portfolio.tile.approval", formats.percent(summary.approvalRate(), 1)),
        tile("portfolio.tile.amount", formats.amount(summary.amount())),
        tile("portfolio.tile.rate", formats.percent(summary.averageRate(), 2)));
    if (summary.auc() != null) {
      tiles.add(tile("portfolio.tile.auc", formats.number(summary.auc(), 3)));
    }
    if (summary.problems() > 0) {
      tiles.add(tile("portfolio.tile.problems", formats.number(summary.problems())));
    }
    return tiles;
  }

  private Div charts(PortfolioSummary summary) {
    var charts = grid("rw-charts");
    charts.add(
        panel("portfolio.chart.verdicts", verdicts(summary)),
        panel("portfolio.chart.grades", grades(summary.grades())));
    if (summary.approved() > 0) {
      charts.add(
          panel("portfolio.chart.amounts", bands(summary.amounts(), formats::amount)),
          panel("portfolio.chart.rates", bands(summary.rates(), rate -> formats.percent(rate, 1))));
    }
    return charts;
  }

  private static ChartOption verdicts(PortfolioSummary summary) {
    return ChartOption.shares(
        List.of(
            new Series(tr("portfolio.verdict.APPROVE"), List.of(summary.approved()), GOOD),
            new Series(tr("portfolio.verdict.DECLINE"), List.of(summary.declined()), BAD),
            new Series(tr("portfolio.verdict.REFER"), List.of(summary.referred()), UNSURE)));
  }

  private static ChartOption grades(List<GradeFigures> grades) {
    return ChartOption.bars(
        grades.stream().map(GradeFigures::grade).toList(),
        "",
        false,
        List.of(
            series("portfolio.series.rows", grades, GradeFigures::rows, ""),
            series("portfolio.series.approved", grades, GradeFigures::approved, GOOD),
            series("portfolio.series.bad", grades, GradeFigures::bad, BAD)));
  }

  private static Series series(
      String key, List<GradeFigures> grades, Function<GradeFigures, Long> value, String colour) {
    return new Series(tr(key), grades.stream().map(value).toList(), colour);
  }

  private static ChartOption bands(List<Band> bands, Function<BigDecimal, String> bound) {
    return ChartOption.bars(
        bands.stream().map(band -> bound.apply(band.from())).toList(),
        "",
        false,
        List.of(
            new Series(tr("portfolio.series.approved"), bands.stream().map(Band::count).toList())));
  }

  private Component allocation(AllocationFigures figures, BudgetPolicy budget) {
    var tiles = grid("rw-figures");
    tiles.add(
        tile("portfolio.budget.total", formats.amount(budget.total())),
        tile("portfolio.tile.granted", formats.amount(figures.granted())),
        tile("portfolio.tile.profit", formats.amount(figures.expectedProfit())),
        tile("portfolio.allotment.FULL", formats.number(figures.full())),
        tile("portfolio.allotment.PARTIAL", formats.number(figures.partial())),
        tile("portfolio.allotment.BUDGET_EXHAUSTED", formats.number(figures.exhausted())),
        tile("portfolio.allotment.UNPROFITABLE", formats.number(figures.unprofitable())));
    var formula = new Paragraph(tr("portfolio.formula"));
    formula.setId("portfolio-formula");
    var parameters =
        new Paragraph(
            tr(
                "portfolio.formula.parameters",
                formats.percent(budget.lossGivenDefault(), 1),
                formats.percent(budget.fundingCost(), 2),
                probabilities(budget)));
    parameters.addClassNames("rw-muted", "rw-small");
    var words = new Div(new H2(tr("portfolio.allocation")), formula, parameters);
    words.addClassName("rw-panel");
    var part = new Div(words, tiles);
    part.addClassName("rw-stack");
    return part;
  }

  private String probabilities(BudgetPolicy budget) {
    return budget.defaultProbabilities().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + " " + formats.percent(each.getValue(), 2))
        .collect(Collectors.joining(", "));
  }

  private static Div panel(String key, ChartOption option) {
    var panel = new Div(new H2(tr(key)), new Chart(tr(key), option));
    panel.addClassName("rw-panel");
    return panel;
  }

  private static Div tile(String key, String value) {
    var name = new Span(tr(key));
    name.addClassName("rw-figure-name");
    var figure = new Span(value);
    figure.addClassName("rw-figure-value");
    var tile = new Div(name, figure);
    tile.addClassName("rw-figure");
    return tile;
  }

  private static Div grid(String layout) {
    var grid = new Div();
    grid.addClassName(layout);
    return grid;
  }
}
