package org.rulewright.version;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.rulewright.asset.ContractInput;
import org.rulewright.asset.Reason;
import org.rulewright.asset.StrategyContract;
import org.rulewright.version.Change.Subject;

/** What differs between two contracts. */
final class ContractDifference {

  private ContractDifference() {}

  static List<Change> between(StrategyContract before, StrategyContract after) {
    List<Change> changes = new ArrayList<>();
    if (!before.entry().equals(after.entry())) {
      changes.add(
          Change.of(
              Subject.ENTRY, ChangePlace.contract(after.entry()), before.entry(), after.entry()));
    }
    compare(
        Subject.INPUT,
        Paired.of(before.inputs(), after.inputs(), ContractInput::feature),
        ContractDifference::text,
        changes);
    compare(
        Subject.REASON,
        Paired.of(before.reasons(), after.reasons(), Reason::code),
        reason -> reason.code() + ": " + reason.zh() + " / " + reason.en(),
        changes);
    return changes;
  }

  private static <T> void compare(
      Subject subject, List<Paired<T>> pairs, Function<T, String> text, List<Change> changes) {
    for (Paired<T> pair : pairs) {
      String before = pair.textBefore(text);
      String after = pair.textAfter(text);
      if (!before.equals(after)) {
        changes.add(Change.of(subject, ChangePlace.contract(pair.key()), before, after));
      }
    }
  }

  private static String text(ContractInput input) {
    return input.feature()
        + ": "
        + input.type()
        + (input.required() ? " !" : " ?")
        + (input.allowedValues().isEmpty() ? "" : " " + input.allowedValues());
  }
}
