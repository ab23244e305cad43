package org.rulewright.parity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decisiontable.HitPolicy;
import org.rulewright.dmn.DmnModel;

/** Finds the known gap of Camunda that explains why it differs from Apache KIE. */
final class CamundaGaps {

  /** Doubles have about sixteen digits. */
  private static final BigDecimal DOUBLES = new BigDecimal("1E-12");

  private static final Pattern NEGATION =
      Pattern.compile("\\s*not\\s*\\(.*(?:[<>]|\\.\\.).*", Pattern.DOTALL);

  private static final String UNREADABLE = "failed to parse expression";

  private final List<String> inputs;
  private final boolean aggregates;
  private final boolean negates;

  CamundaGaps(DmnModel model, String entry) {
    inputs = model.document().inputs().stream().map(input -> input.name()).toList();
    var chain =
        model.chain(entry).stream().map(decision -> decision.id()).collect(Collectors.toSet());
    var tables =
        model.document().tables().stream().filter(table -> chain.contains(table.id())).toList();
    aggregates =
        tables.stream()
            .anyMatch(
                table -> table.hitPolicy() == HitPolicy.COLLECT && table.aggregator() != null);
    negates =
        tables.stream()
            .flatMap(table -> table.rules().stream())
            .flatMap(rule -> rule.inputs().stream())
            .anyMatch(cell -> NEGATION.matcher(cell.text()).matches());
  }

  Optional<CamundaGap> explain(Facts facts, Outcome kie, Outcome camunda) {
    return switch (kie) {
      case Outcome.Failed _ -> Optional.of(CamundaGap.ERROR_IS_NULL);
      case Outcome.Decided(var value, _) ->
          switch (camunda) {
            case Outcome.Failed failed ->
                isUnreadable(failed) ? Optional.of(CamundaGap.SYNTAX) : Optional.empty();
            case Outcome.Decided(var other, _) -> values(facts, value, other);
          };
    };
  }

  static boolean isUnreadable(Outcome outcome) {
    return outcome instanceof Outcome.Failed(var problems, _)
        && problems.stream()
            .flatMap(problem -> problem.arguments().stream())
            .anyMatch(argument -> argument.contains(UNREADABLE));
  }

  private Optional<CamundaGap> values(Facts facts, @Nullable Object kie, @Nullable Object camunda) {
    if (aggregates && nearly(kie, camunda)) {
      return Optional.of(CamundaGap.DOUBLES);
    }
    boolean knowsAll = inputs.stream().allMatch(name -> facts.get(name) != null);
    return negates && !knowsAll ? Optional.of(CamundaGap.NULL_IN_NEGATION) : Optional.empty();
  }

  private static boolean nearly(@Nullable Object kie, @Nullable Object camunda) {
    return switch (kie) {
      case BigDecimal a when camunda instanceof BigDecimal b ->
          a.subtract(b).abs().compareTo(a.abs().max(BigDecimal.ONE).multiply(DOUBLES)) <= 0;
      case Map<?, ?> a when camunda instanceof Map<?, ?> b ->
          a.keySet().equals(b.keySet())
              && a.keySet().stream().allMatch(key -> nearly(a.get(key), b.get(key)));
      case null, default -> Objects.equals(kie, camunda);
    };
  }
}
