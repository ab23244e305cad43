package org.rulewright.simulation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.simulation.PortfolioSummary.AllocationFigures;
import org.rulewright.simulation.PortfolioSummary.Band;
import org.rulewright.simulation.PortfolioSummary.GradeFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes the figures of a run where its rows lie. */
@Component
class PortfolioFigures {
  private static final int BANDS = 10;

  private static final String TOTALS =
      """
      select count(*) as total,
        count(*) filter (where verdict = 'APPROVE') as approved,
        count(*) filter (where verdict = 'DECLINE') as declined,
        count(*) filter (where verdict = 'REFER') as referred,
        count(*) filter (where problem is not null) as problems,
        coalesce(sum(amount) filter (where verdict = 'APPROVE'), 0) as amount,
        sum(amount * rate) filter (where verdict = 'APPROVE')
          / nullif(sum(amount) filter (where verdict = 'APPROVE' and rate is not null), 0)
          as average_rate
      from rw.portfolio_row where run = :run
      """;

  // The Mann-Whitney statistic with mean ranks for ties, over the number of pairs.
  private static final String AUC =
      """
      with ranked as (
        select bad, rank() over (order by score)
            + (count(*) over (partition by score) - 1) / 2.0 as rank
        from rw.portfolio_row where run = :run and bad is not null and score is not null),
      counted as (
        select count(*) filter (where bad) as bad, count(*) filter (where not bad) as good,
          sum(rank) filter (where not bad) as good_ranks from ranked)
      select (good_ranks - good * (good + 1) / 2.0) / (good::numeric * bad)
      from counted where good > 0 and bad > 0
      """;

  private static final String GRADES =
      """
      select grade, count(*) as total, count(*) filter (where verdict = 'APPROVE') as approved,
        count(bad) as known, count(*) filter (where bad) as bad
      from rw.portfolio_row where run = :run and grade is not null
      group by grade order by grade
      """;

  private static final String BAND =
      """
      with granted as (
        select %1$s as value from rw.portfolio_row
        where run = :run and verdict = 'APPROVE' and %1$s is not null),
      bounds as (
        select min(value) as low, greatest((max(value) - min(value)) / :bands, %2$s) as width
        from granted)
      select low + width * band as lower, low + width * (band + 1) as upper,
        (select count(*) from granted
          where least(floor((value - low) / width), :bands - 1) = band) as count
      from bounds, generate_series(0, :bands - 1) as band where low is not null order by band
      """;

  private static final String ALLOCATION =
      """
      select count(*) as total, count(*) filter (where allotment = 'FULL') as full_count,
        count(*) filter (where allotment = 'PARTIAL') as partial_count,
        count(*) filter (where allotment = 'BUDGET_EXHAUSTED') as exhausted,
        count(*) filter (where allotment = 'UNPROFITABLE') as unprofitable,
        coalesce(sum(granted), 0) as granted, coalesce(sum(expected_profit), 0) as profit
      from rw.portfolio_allocation where run = :run
      """;

  private final JdbcClient jdbc;

  PortfolioFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  PortfolioSummary of(PortfolioRunId run) {
    return jdbc.sql(TOTALS)
        .param("run", run.value())
        .query((result, line) -> summary(run, result))
        .single();
  }

  private PortfolioSummary summary(PortfolioRunId run, ResultSet totals) throws SQLException {
    return new PortfolioSummary(
        totals.getLong("total"),
        totals.getLong("approved"),
        totals.getLong("declined"),
        totals.getLong("referred"),
        totals.getLong("problems"),
        totals.getBigDecimal("amount"),
        totals.getBigDecimal("average_rate"),
        auc(run).orElse(null),
        grades(run),
        bands(run, "amount", "1"),
        bands(run, "rate", "0.0001"),
        allocation(run));
  }

  private Optional<BigDecimal> auc(PortfolioRunId run) {
    return jdbc.sql(AUC).param("run", run.value()).query(BigDecimal.class).optional();
  }

  private List<GradeFigures> grades(PortfolioRunId run) {
    return jdbc.sql(GRADES)
        .param("run", run.value())
        .query((result, line) ->
            new GradeFigures(
                result.getString("grade"),
                result.getLong("total"),
                result.getLong("approved"),
                result.getLong("known"),
                result.getLong("bad")))
        .list();
  }

  private List<Band> bands(PortfolioRunId run, String column, String narrowest) {
    return jdbc.sql(BAND.formatted(column, narrowest))
        .param("run", run.value())
        .param("bands", BANDS)
        .query((result, line) ->
            new Band(
                result.getBigDecimal("lower"),
                result.getBigDecimal("upper"),
                result.getLong("count")))
        .list();
  }

  private @Nullable AllocationFigures allocation(PortfolioRunId run) {
    return jdbc.sql(ALLOCATION)
        .param("run", run.value())
        .query(PortfolioFigures::allocationFigures)
        .single()
        .orElse(null);
  }

  private static Optional<AllocationFigures> allocationFigures(ResultSet result, int line)
      throws SQLException {
    return result.getLong("total") == 0
        ? Optional.empty()
        : Optional.of(
            new AllocationFigures(
                result.getLong("full_count"),
                result.getLong("partial_count"),
                result.getLong("exhausted"),
                result.getLong("unprofitable"),
                result.getBigDecimal("granted"),
                result.getBigDecimal("profit")));
  }
}
