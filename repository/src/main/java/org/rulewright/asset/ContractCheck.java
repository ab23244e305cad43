package org.rulewright.asset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;

/** What is wrong with a contract by itself. */
final class ContractCheck {

  private ContractCheck() {}

  static List<Diagnostic> check(StrategyContract contract) {
    List<Diagnostic> found = new ArrayList<>();
    inputs(contract, found);
    reasons(contract, found);
    return found;
  }

  private static void inputs(StrategyContract contract, List<Diagnostic> found) {
    Set<String> seen = new HashSet<>();
    for (ContractInput input : contract.inputs()) {
      if (input.feature().isBlank()) {
        found.add(Diagnostic.error("contract.input-unnamed", Place.NOWHERE));
      } else if (!seen.add(input.feature())) {
        found.add(
            Diagnostic.error("contract.input-twice", Place.of(input.feature()), input.feature()));
      }
    }
  }

  private static void reasons(StrategyContract contract, List<Diagnostic> found) {
    Set<String> seen = new HashSet<>();
    for (Reason reason : contract.reasons()) {
      if (reason.code().isBlank()) {
        found.add(Diagnostic.error("contract.reason-unnamed", Place.NOWHERE));
      } else if (!seen.add(reason.code())) {
        found.add(
            Diagnostic.error("contract.reason-twice", Place.of(reason.code()), reason.code()));
      } else if (reason.zh().isBlank() || reason.en().isBlank()) {
        found.add(
            Diagnostic.warning("contract.reason-untold", Place.of(reason.code()), reason.code()));
      }
    }
  }
}
