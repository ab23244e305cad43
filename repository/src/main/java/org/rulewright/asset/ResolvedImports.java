package org.rulewright.asset;

import java.util.ArrayList;
import java.util.List;
import org.rulewright.decision.Diagnostic;
import org.rulewright.dmn.DmnDocument;

/**
 * A model with the versions it imports, directly or through others.
 *
 * @param versions each once
 * @param problems what keeps an import from being found, and which could be newer
 */
public record ResolvedImports(
    DmnDocument model, List<ImportedVersion> versions, List<Diagnostic> problems) {

  public ResolvedImports {
    versions = List.copyOf(versions);
    problems = List.copyOf(problems);
  }

  /** Returns the model and the models it imports, as the engine takes them. */
  public List<DmnDocument> documents() {
    List<DmnDocument> documents = new ArrayList<>(List.of(model));
    versions.forEach(version -> documents.add(version.document()));
    return documents;
  }
}
