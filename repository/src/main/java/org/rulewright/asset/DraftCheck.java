package org.rulewright.asset;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.dmn.DmnCheck;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.UnreadableModelException;

/** What is wrong with a draft: with its model, and with its contract. */
final class DraftCheck {

  private DraftCheck() {}

  static List<Diagnostic> check(DmnDocument model, StrategyContract contract) {
    List<Diagnostic> found = new ArrayList<>(ContractCheck.check(contract));
    found.addAll(DmnCheck.check(model, contract.schema(), contract.entry()));
    return List.copyOf(found);
  }

  /** Checks a content that was readable when it was kept. */
  static List<Diagnostic> check(StrategyContent content) {
    try {
      return check(DmnDocument.read(content.dmn()), content.contract());
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException(
          "the draft " + content.digest() + " can no longer be read", impossible);
    }
  }
}
