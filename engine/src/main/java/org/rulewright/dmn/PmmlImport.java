package org.rulewright.dmn;

import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decisiontree.ImportedTree;
import org.rulewright.decisiontree.PmmlTree;
import org.rulewright.scorecard.ImportedScorecard;
import org.rulewright.scorecard.PmmlScorecard;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.Xml;

/** A PMML file that is a tree or a scorecard, as a model of DMN. */
public sealed interface PmmlImport {

  /**
   * The file became a model.
   *
   * @param remarks what the reader should know, such as outputs that were left out
   */
  record Read(DmnDocument model, List<Diagnostic> remarks) implements PmmlImport {
    public Read {
      remarks = List.copyOf(remarks);
    }
  }

  /** The file cannot be represented, for these reasons. */
  record Refused(List<Diagnostic> problems) implements PmmlImport {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Whether a file is PMML at all.
   *
   * @throws UnreadableModelException if the bytes are no XML or have a document type
   */
  static boolean isPmml(byte[] bytes) throws UnreadableModelException {
    return Xml.is(SecureXml.read(bytes).getDocumentElement(), "PMML");
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableModelException if the bytes are no XML, have a document type, or are no PMML
   */
  static PmmlImport read(byte[] bytes) throws UnreadableModelException {
    var root = SecureXml.read(bytes).getDocumentElement();
    return Xml.children(root).stream().map(Xml::localName).anyMatch("Scorecard"::equals)
        ? scorecard(bytes)
        : tree(bytes);
  }

  private static PmmlImport tree(byte[] bytes) throws UnreadableModelException {
    return switch (PmmlTree.read(bytes, "tree", "")) {
      case ImportedTree.Read(var tree, var remarks) -> new Read(TreeForm.model(tree), remarks);
      case ImportedTree.Refused(var problems) -> new Refused(problems);
    };
  }

  private static PmmlImport scorecard(byte[] bytes) throws UnreadableModelException {
    return switch (PmmlScorecard.read(bytes, "scorecard", "")) {
      case ImportedScorecard.Read(var card, var remarks) ->
          new Read(ScorecardForm.withResult(card), remarks);
      case ImportedScorecard.Refused(var problems) -> new Refused(problems);
    };
  }
}
