package org.rulewright.asset;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decisiontable.TableDefinition;
import org.rulewright.decisiontable.analysis.Limits;
import org.rulewright.decisiontable.analysis.TableAnalyses;
import org.rulewright.dmn.DmnCheck;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.xml.UnreadableModelException;
import org.springframework.stereotype.Component;

/** Brings what somebody sends into the form that is kept, and finds what is wrong with it. */
@Component
class DraftCheck {

  /** A content fit to be kept, with what is wrong with it. */
  record Checked(StrategyContent content, List<Diagnostic> diagnostics) {}

  /** Tables that somebody is editing just now. */
  private static final int TABLES_AT_WORK = 32;

  private final FeatureDictionary dictionary;
  private final TableAnalyses analyses = new TableAnalyses(TABLES_AT_WORK);

  DraftCheck(FeatureDictionary dictionary) {
    this.dictionary = dictionary;
  }

  Checked prepare(byte[] dmn, StrategyContract contract) throws UnreadableModelException {
    DmnDocument model = DmnDocument.read(dmn).normalised();
    StrategyContract completed = dictionary.completed(contract);
    return new Checked(
        new StrategyContent(model.bytes(), completed), check(model, completed, Limits.QUICK));
  }

  /** Checks a content that was readable when it was kept. */
  List<Diagnostic> check(StrategyContent content) {
    try {
      return check(DmnDocument.read(content.dmn()), content.contract(), Limits.THOROUGH);
    } catch (UnreadableModelException impossible) {
      throw new IllegalStateException(
          "the draft " + content.digest() + " can no longer be read", impossible);
    }
  }

  private List<Diagnostic> check(DmnDocument model, StrategyContract contract, Limits limits) {
    List<Diagnostic> found = new ArrayList<>(ContractCheck.check(contract));
    found.addAll(dictionary.check(contract));
    found.addAll(DmnCheck.check(model, contract.schema(), contract.entry()));
    for (TableDefinition table : model.tables()) {
      found.addAll(analyses.of(table, contract.schema(), limits).diagnostics());
    }
    return List.copyOf(found);
  }
}
