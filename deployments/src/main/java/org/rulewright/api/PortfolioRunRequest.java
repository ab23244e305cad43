package org.rulewright.api;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rulewright.asset.StrategyKey;
import org.rulewright.dataset.Dataset;
import org.rulewright.serving.Json;
import org.rulewright.simulation.BudgetPolicy;
import org.rulewright.simulation.ChurnCurve;
import org.rulewright.simulation.PortfolioRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/**
 * The body that asks for a portfolio run.
 *
 * @param dataset the key of a data set
 * @param subject the column that names whom a row is about
 * @param withheld columns that are not handed over as facts
 */
record PortfolioRunRequest(
    @Nullable String environment,
    @Nullable String strategy,
    @Nullable String dataset,
    @Nullable String subject,
    @Nullable List<String> withheld,
    @Nullable Budget budget) {

  static final String EXAMPLE =
      "{\"environment\": \"production\", \"strategy\": \"sme\", \"dataset\": \"enterprises\","
          + " \"subject\": \"code\", \"withheld\": [], \"budget\": {\"total\": 1000000,"
          + " \"defaultProbabilities\": {\"A\": 0.01}}}";

  private static final ObjectReader READER =
      Json.MAPPER
          .readerFor(PortfolioRunRequest.class)
          .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final BigDecimal SMALLEST = BigDecimal.valueOf(100_000);
  private static final BigDecimal STEP = BigDecimal.valueOf(10_000);

  /** Empty when the body is no such request; a member nobody knows is refused with it. */
  static Optional<PortfolioRunRequest> read(byte[] body) {
    try {
      return Optional.ofNullable(READER.readValue(body));
    } catch (JacksonException malformed) {
      return Optional.empty();
    }
  }

  /** A member that is missing or cannot be used. */
  record Wrong(String member, String expected) {}

  /**
   * A budget; members that are null have their usual values.
   *
   * @param defaultProbabilities by grade, as fractions
   */
  record Budget(
      @Nullable BigDecimal total,
      @Nullable BigDecimal lossGivenDefault,
      @Nullable BigDecimal fundingCost,
      @Nullable BigDecimal smallestAmount,
      @Nullable BigDecimal amountStep,
      @Nullable Map<String, BigDecimal> defaultProbabilities,
      @Nullable List<ChurnPoint> churn) {

    BudgetPolicy policy() {
      if (total == null
          || defaultProbabilities == null
          || defaultProbabilities.containsValue(null)) {
        throw new IllegalArgumentException(
            "{\"total\": CNY, \"defaultProbabilities\": {grade: 0-1}}");
      }
      return new BudgetPolicy(
          total,
          or(lossGivenDefault, BudgetPolicy.USUAL_LOSS_GIVEN_DEFAULT),
          or(fundingCost, BudgetPolicy.USUAL_FUNDING_COST),
          or(smallestAmount, SMALLEST),
          or(amountStep, STEP),
          defaultProbabilities,
          curve(churn == null ? List.of() : churn));
    }

    private static BigDecimal or(@Nullable BigDecimal given, BigDecimal usual) {
      return given == null ? usual : given;
    }

    private static ChurnCurve curve(List<ChurnPoint> points) {
      var byGrade = new HashMap<String, NavigableMap<BigDecimal, BigDecimal>>();
      for (var point : points) {
        if (point.grade() == null || point.rate() == null || point.share() == null) {
          throw new IllegalArgumentException("churn: [{grade, rate, share}]");
        }
        byGrade
            .computeIfAbsent(point.grade(), grade -> new TreeMap<>())
            .put(point.rate(), point.share());
      }
      return new ChurnCurve(byGrade);
    }
  }

  /** The share of customers of a grade lost at a yearly rate; both fractions. */
  record ChurnPoint(
      @Nullable String grade, @Nullable BigDecimal rate, @Nullable BigDecimal share) {}

  /** Returns what is wrong with the body, if something is. */
  Optional<Wrong> problem() {
    if (environment == null) {
      return Optional.of(new Wrong("environment", "development, test, production"));
    }
    if (strategy == null || StrategyKey.parse(strategy).isEmpty()) {
      return Optional.of(new Wrong("strategy", "the key of a strategy"));
    }
    if (dataset == null) {
      return Optional.of(new Wrong("dataset", "the key of a data set"));
    }
    if (subject == null) {
      return Optional.of(new Wrong("subject", "the name of a column"));
    }
    return budgetProblem();
  }

  private Optional<Wrong> budgetProblem() {
    try {
      if (budget != null) {
        budget.policy();
      }
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(new Wrong("budget", String.valueOf(wrong.getMessage())));
    }
  }

  /** Returns the request; only after {@link #problem()} found none. */
  PortfolioRequest on(Dataset found) {
    if (environment == null || strategy == null || subject == null) {
      throw new IllegalStateException("not checked");
    }
    return new PortfolioRequest(
        environment,
        new StrategyKey(strategy),
        found.id(),
        subject,
        withheld == null ? Set.of() : new HashSet<>(withheld),
        budget == null ? null : budget.policy());
  }
}
