package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.LookupSource;
import org.rulewright.ruleset.RuleSetCheck;

/** Finds what is wrong with a model before it decides anything. */
public final class DmnCheck {

  private DmnCheck() {}

  /**
   * Returns everything found, in the order of the document; places are the ids of the model.
   *
   * <p>A model without errors among them can be released; warnings are for the author to weigh.
   *
   * @param inputs what the strategy will send
   * @param entry name of the decision a caller asks for, or null where none is chosen yet
   */
  public static List<Diagnostic> check(
      DmnDocument document, FactSchema inputs, @Nullable String entry) {
    return check(document, inputs, entry, LookupSource.NONE);
  }

  /**
   * The same for a model that may look rows up.
   *
   * @param lookups every look-up table there is
   */
  public static List<Diagnostic> check(
      DmnDocument document, FactSchema inputs, @Nullable String entry, LookupSource lookups) {
    return check(List.of(document), inputs, entry, lookups);
  }

  /**
   * The same for a model that imports others.
   *
   * @param documents the model, and after it those it imports, directly or through others
   */
  public static List<Diagnostic> check(
      List<DmnDocument> documents,
      FactSchema inputs,
      @Nullable String entry,
      LookupSource lookups) {
    var document = documents.getFirst();
    var found = new ArrayList<Diagnostic>(Refusals.of(document));
    found.addAll(document.contents().drawn().problems());
    document.ruleSets().forEach(it -> found.addAll(RuleSetCheck.check(it)));
    new GraphCheck(documents, found).check(inputs, entry);
    new ImportCheck(documents, found).check(inputs);
    // a text that is refused is not parsed: it was refused for what parsing it would cost
    if (found.stream().noneMatch(it -> it.code().startsWith("dmn.text-too-"))) {
      var logic = new LogicCheck(documents, found);
      document.decisions().forEach(logic::check);
      documents.forEach(it -> new LookupCheck(it, lookups, found).check());
      EntryCheck.check(document, entry, found);
    }
    return found.stream().distinct().toList();
  }
}
