package org.rulewright.pmml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.Place;
import org.rulewright.decision.Severity;
import org.rulewright.value.Range;
import org.rulewright.value.ValueKind;
import org.rulewright.value.ValueSet;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.UnreadableModelException;
import org.rulewright.xml.UnreadableModelException.Reason;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** A PMML file with one model in it, and the fields that model uses. */
public final class PmmlFile {

  /** What stands beside the model in a file. */
  private static final Set<String> NO_MODELS =
      Set.of(
          "Header", "MiningBuildTask", "DataDictionary", "TransformationDictionary", "Extension");

  private final Element root;
  private final Element model;
  private final Map<String, PmmlField> fields = new LinkedHashMap<>();
  private final List<Diagnostic> remarks = new ArrayList<>();

  private PmmlFile(Element root, Element model) {
    this.root = root;
    this.model = model;
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableModelException if it is no XML, has a document type, or is not PMML
   * @throws PmmlRefusal if what it says of its data cannot be taken
   */
  public static PmmlFile read(byte[] bytes) throws UnreadableModelException {
    var root = SecureXml.read(bytes).getDocumentElement();
    if (!isPmml(root)) {
      throw new UnreadableModelException(
          Reason.WRONG_ROOT, List.of(Xml.localName(root), "PMML", "PMML"), 0, 0, null);
    }
    var models =
        Xml.children(root).stream().filter(it -> !NO_MODELS.contains(Xml.localName(it))).toList();
    if (models.size() != 1) {
      throw PmmlRefusal.of("PMML", "pmml.models", String.valueOf(models.size()));
    }
    var file = new PmmlFile(root, models.getFirst());
    file.readFields();
    return file;
  }

  /** Whether the root is that of a PMML file. */
  public static boolean isPmml(Element root) {
    return Xml.is(root, "PMML");
  }

  /** The element of the model, such as {@code TreeModel}. */
  public Element model() {
    return model;
  }

  /** Things the reader of the file should know that are no reason to refuse it. */
  public List<Diagnostic> remarks() {
    return List.copyOf(remarks);
  }

  public void remark(String code, String element, String... arguments) {
    var remark = new Diagnostic(code, Severity.WARNING, Place.of(element), List.of(arguments));
    if (!remarks.contains(remark)) {
      remarks.add(remark);
    }
  }

  /** The fields the model looks at, in the order of its mining schema. */
  public List<PmmlField> fields() {
    return List.copyOf(fields.values());
  }

  /**
   * A field a condition names.
   *
   * @throws PmmlRefusal if it is derived from others, or not declared
   */
  public PmmlField field(String name) {
    var field = fields.get(name);
    if (field != null) {
      return field;
    }
    boolean derived =
        Xml.descendants(root).stream()
            .anyMatch(it -> Xml.is(it, "DerivedField") && Xml.attribute(it, "name").equals(name));
    throw PmmlRefusal.of(name, derived ? "pmml.derived-field" : "pmml.unknown-field", name);
  }

  /** The dictionary's element of a field that the model predicts; null where none is declared. */
  public @Nullable Element target() {
    return Xml.children(schema(), "MiningField").stream()
        .filter(it -> Set.of("predicted", "target").contains(Xml.attribute(it, "usageType")))
        .flatMap(it -> dataField(Xml.attribute(it, "name")).stream())
        .findFirst()
        .orElse(null);
  }

  private Element schema() {
    return Xml.child(model, "MiningSchema")
        .orElseThrow(() -> PmmlRefusal.of(Xml.localName(model), "pmml.no-schema"));
  }

  private Optional<Element> dataField(String name) {
    return Xml.child(root, "DataDictionary").stream()
        .flatMap(it -> Xml.children(it, "DataField").stream())
        .filter(it -> Xml.attribute(it, "name").equals(name))
        .findFirst();
  }

  private void readFields() {
    var taken = new HashSet<String>();
    for (var mining : Xml.children(schema(), "MiningField")) {
      var usage = Xml.attribute(mining, "usageType");
      if (usage.isEmpty() || usage.equals("active")) {
        var name = Xml.attribute(mining, "name");
        var declared =
            dataField(name).orElseThrow(() -> PmmlRefusal.of(name, "pmml.unknown-field", name));
        fields.put(name, field(mining, declared, feelName(name, taken)));
      }
    }
  }

  /** FEEL's names have letters, digits and underscores; others would be read as operators. */
  private String feelName(String name, Set<String> taken) {
    var feel = name.strip().replaceAll("[^\\p{L}\\p{N}_]", "_");
    if (feel.isEmpty() || Character.isDigit(feel.charAt(0)) || isKeyword(feel)) {
      feel = "_" + feel;
    }
    while (!taken.add(feel)) {
      feel += "_";
    }
    if (!feel.equals(name)) {
      remark("pmml.renamed", name, name, feel);
    }
    return feel;
  }

  private static boolean isKeyword(String name) {
    return Set.of(
            "if",
            "then",
            "else",
            "and",
            "or",
            "not",
            "true",
            "false",
            "null",
            "for",
            "in",
            "some",
            "every",
            "between",
            "instance",
            "of",
            "function",
            "return",
            "satisfies",
            "external",
            "date",
            "time",
            "duration")
        .contains(name);
  }

  private PmmlField field(Element mining, Element declared, String feelName) {
    var name = Xml.attribute(declared, "name");
    var kind = kind(declared);
    refuse(mining, name, "outliers", Set.of("", "asIs"));
    var invalid =
        switch (Xml.attribute(mining, "invalidValueTreatment")) {
          case "", "returnInvalid" -> PmmlField.Invalid.RETURN_INVALID;
          case "asIs" -> PmmlField.Invalid.AS_IS;
          case "asMissing" -> PmmlField.Invalid.AS_MISSING;
          default ->
              throw PmmlRefusal.of(
                  name,
                  "pmml.attribute",
                  "MiningField",
                  "invalidValueTreatment",
                  Xml.attribute(mining, "invalidValueTreatment"));
        };
    if (Xml.attribute(mining, "missingValueTreatment").equals("returnInvalid")) {
      throw PmmlRefusal.of(
          name, "pmml.attribute", "MiningField", "missingValueTreatment", "returnInvalid");
    }
    var replacement = Xml.optional(mining, "missingValueReplacement");
    var replaced =
        replacement == null
            ? null
            : PmmlField.value(replacement, kind)
                .orElseThrow(() -> PmmlRefusal.of(name, "pmml.value", name, replacement));
    return new PmmlField(name, feelName, kind, valid(declared, kind), invalid, replaced);
  }

  private static void refuse(Element mining, String name, String attribute, Set<String> known) {
    var value = Xml.attribute(mining, attribute);
    if (!known.contains(value)) {
      throw PmmlRefusal.of(name, "pmml.attribute", Xml.localName(mining), attribute, value);
    }
  }

  private ValueKind kind(Element declared) {
    var name = Xml.attribute(declared, "name");
    var type = Xml.attribute(declared, "dataType");
    if (type.equals("float")) {
      remark("pmml.float", name, name);
    }
    return switch (type) {
      case "double", "float", "integer" -> ValueKind.NUMBER;
      case "string" -> ValueKind.TEXT;
      case "boolean" -> ValueKind.BOOLEAN;
      case "date" -> ValueKind.DATE;
      default -> throw PmmlRefusal.of(name, "pmml.type", name, type);
    };
  }

  /** The values a field may have: those of its intervals, else those named as valid. */
  private static ValueSet valid(Element declared, ValueKind kind) {
    var name = Xml.attribute(declared, "name");
    var valid = ValueSet.empty(kind);
    boolean any = true;
    for (var interval : Xml.children(declared, "Interval")) {
      any = false;
      valid = valid.or(ValueSet.of(kind, range(interval, name, kind)));
    }
    for (var value : Xml.children(declared, "Value")) {
      switch (Xml.attribute(value, "property")) {
        case "", "valid" -> {
          any = false;
          valid = valid.or(ValueSet.of(kind, value(value, name, kind)));
        }
        case "missing" ->
            throw PmmlRefusal.of(name, "pmml.attribute", "Value", "property", "missing");
        default -> {
          // a value named as invalid adds nothing to those that are valid
        }
      }
    }
    return any ? ValueSet.present(kind) : valid;
  }

  private static Object value(Element value, String field, ValueKind kind) {
    var text = Xml.attribute(value, "value");
    return PmmlField.value(text, kind)
        .orElseThrow(() -> PmmlRefusal.of(field, "pmml.value", field, text));
  }

  private static Range range(Element interval, String field, ValueKind kind) {
    if (!kind.isOrdered()) {
      throw PmmlRefusal.of(field, "pmml.element", "Interval");
    }
    var closure = Xml.attribute(interval, "closure");
    return new Range(
        bound(interval, "leftMargin", field, kind),
        closure.startsWith("closed"),
        bound(interval, "rightMargin", field, kind),
        closure.endsWith("Closed"));
  }

  private static @Nullable Object bound(
      Element interval, String name, String field, ValueKind kind) {
    var text = Xml.optional(interval, name);
    return text == null
        ? null
        : PmmlField.value(text, kind)
            .orElseThrow(() -> PmmlRefusal.of(field, "pmml.value", field, text));
  }
}
