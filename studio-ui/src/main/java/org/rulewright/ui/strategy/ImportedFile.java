package org.rulewright.ui.strategy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rulewright.bpmn.BpmnDocument;
import org.rulewright.bpmn.BpmnFlow;
import org.rulewright.decision.Diagnostic;
import org.rulewright.dmn.DmnDocument;
import org.rulewright.dmn.PmmlImport;
import org.rulewright.xml.UnreadableModelException;

/**
 * A file somebody brought: a model of DMN as it is, a PMML tree or scorecard as such a model, or a
 * flow in BPMN as it is.
 */
sealed interface ImportedFile {

  /**
   * The file is a model or a flow.
   *
   * @param file in DMN or BPMN
   * @param remarks sentences the reader should know
   */
  record Read(byte[] file, String name, List<String> remarks) implements ImportedFile {}

  /** The file is none, for the reason given. */
  record Refused(String reason) implements ImportedFile {}

  static ImportedFile of(byte[] bytes, Locale locale) {
    try {
      if (BpmnDocument.isBpmn(bytes)) {
        var flow = BpmnDocument.read(bytes);
        // the first few do: all of them stand beside the drawing
        var remarks = BpmnFlow.refusals(flow).stream().limit(3);
        return new Read(bytes, flow.name(), remarks.map(it -> it.message(locale)).toList());
      }
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
