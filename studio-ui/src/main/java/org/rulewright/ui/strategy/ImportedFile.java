package org.rulewright.ui.strategy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulewright.decision.Diagnostic;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.PmmlImport;
import org.rulewright.xml.UnreadableModelException;

/** A file somebody brought, as a model of DMN: a DMN file as it is, a PMML tree or scorecard. */
sealed interface ImportedFile {

  /**
   * The file is a model.
   *
   * @param remarks sentences the reader should know
   */
  record Read(byte[] dmn, String name, List<String> remarks) implements ImportedFile {}

  /** The file is none, for the reason given. */
  record Refused(String reason) implements ImportedFile {}

  static ImportedFile of(byte[] bytes, Locale locale) {
    try {
      if (!PmmlImport.isPmml(bytes)) {
        return read(bytes, DmnDocument.read(bytes), Stream.empty(), locale);
      }
      return switch (PmmlImport.read(bytes)) {
        case PmmlImport.Read(var model, var remarks) ->
            read(model.bytes(), model, remarks.stream(), locale);
        case PmmlImport.Refused(var problems) ->
            new Refused(
                problems.stream().map(it -> it.message(locale)).collect(Collectors.joining(" ")));
      };
    } catch (UnreadableModelException unreadable) {
      return new Refused(unreadable.message(locale));
    }
  }

  private static Read read(
      byte[] dmn, DmnDocument model, Stream<Diagnostic> remarks, Locale locale) {
    return new Read(dmn, model.name(), remarks.map(it -> it.message(locale)).toList());
  }
}
