package org.rulewright.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.pmml4s.model.Model;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.XmlWriter;
import org.w3c.dom.Document;

/** Opens a PMML file: reads it with care, checks it, and only then lets the library see it. */
final class PmmlOpening {

  private PmmlOpening() {}

  static OpenResult open(byte[] bytes, String digest, ModelLimits limits) {
    Document document;
    try {
      document = SecureXml.read(bytes);
    } catch (UnreadableModelException e) {
      return new OpenResult.Refused(List.of(unreadable(e)));
    }
    var check = PmmlCheck.of(document);
    return check.problems().isEmpty()
        ? load(document, check, digest, limits)
        : new OpenResult.Refused(check.problems());
  }

  private static Diagnostic unreadable(UnreadableModelException e) {
    var detail = e.arguments().isEmpty() ? "" : e.arguments().getFirst();
    return Diagnostic.error(
        "pmml." + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        Place.NOWHERE,
        Diagnostic.shortened(detail),
        String.valueOf(e.line()),
        String.valueOf(e.column()));
  }

  /**
   * Lets the library read what we wrote out of our own tree, never the stranger's bytes: it would
   * fetch document types, and take the bytes for UTF-8 whatever they say they are.
   */
  private static OpenResult load(
      Document document, PmmlCheck check, String digest, ModelLimits limits) {
    try {
      var text = XmlWriter.write(document);
      var model = Model.fromBytes(text.getBytes(StandardCharsets.UTF_8));
      return PmmlModel.open(model, check, digest, limits);
    } catch (StackOverflowError e) {
      // the library follows what is nested by calling itself; its thread ends right after this
      return ScoringModels.refused("pmml.too-complex");
    } catch (Exception | scala.NotImplementedError e) {
      // everything the library does not understand it throws, and it names the reason
      return ScoringModels.refused(
          "pmml.refused", Diagnostic.shortened(String.valueOf(e.getMessage())));
    }
  }
}
