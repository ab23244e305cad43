package org.rulewright.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.feature.Feature;
import org.rulewright.feature.Features;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What the dictionary of features says about the inputs of contracts. */
@Component
class FeatureDictionary {

  private final Function<String, Optional<Feature>> dictionary;

  @Autowired
  FeatureDictionary(Features features) {
    this(features::find);
  }

  FeatureDictionary(Function<String, Optional<Feature>> dictionary) {
    this.dictionary = dictionary;
  }

  /** Returns the contract with the allowed values the dictionary has today. */
  StrategyContract completed(StrategyContract contract) {
    return new StrategyContract(
        contract.entry(),
        contract.inputs().stream().map(this::completed).toList(),
        contract.reasons());
  }

  private ContractInput completed(ContractInput input) {
    return dictionary
        .apply(input.feature())
        .filter(feature -> feature.type() == input.type())
        .map(feature -> feature.field(input.required()).allowedValues())
        .map(allowed -> new ContractInput(input.feature(), input.type(), input.required(), allowed))
        .orElse(input);
  }

  /**
   * Returns the inputs the dictionary does not know, as warnings, because a model that was imported
   * works without it; and those it knows as another type, as errors.
   */
  List<Diagnostic> check(StrategyContract contract) {
    List<Diagnostic> found = new ArrayList<>();
    for (ContractInput input : contract.inputs()) {
      if (!input.feature().isBlank()) {
        check(input).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Diagnostic> check(ContractInput input) {
    Place place = Place.of(input.feature());
    Optional<FactType> type = dictionary.apply(input.feature()).map(Feature::type);
    if (type.isEmpty()) {
      return Optional.of(Diagnostic.warning("contract.input-unknown", place, input.feature()));
    }
    return type.filter(known -> known != input.type())
        .map(known ->
            Diagnostic.error(
                "contract.input-other-type",
                place,
                input.feature(),
                Diagnostic.term("type." + input.type()),
                Diagnostic.term("type." + known)));
  }
}
