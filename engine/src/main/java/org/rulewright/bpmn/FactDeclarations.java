package org.rulewright.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.xml.Xml;

/**
 * The facts a flow declares itself, so that a flow that is called by others says what it wants:
 * {@code <rw:fact name="age" type="number"/>} among the extensions of the process.
 */
final class FactDeclarations {

  private FactDeclarations() {}

  /** The schema with the facts the file declares, unless the schema has them. */
  static FactSchema with(BpmnDocument document, FactSchema schema) {
    List<FactField> fields = new ArrayList<>(schema.fields());
    document.process().stream()
        .flatMap(it -> FlowReader.extensions(it).stream())
        .filter(it -> Namespaces.isOurs(it, "fact"))
        .forEach(it -> {
          var name = it.getAttribute("name").strip();
          if (!name.isEmpty() && fields.stream().noneMatch(field -> field.name().equals(name))) {
            fields.add(FactField.optional(name, type(Xml.attribute(it, "type"))));
          }
        });
    return new FactSchema(fields);
  }

  private static FactType type(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "number" -> FactType.NUMBER;
      case "string", "text" -> FactType.TEXT;
      case "boolean" -> FactType.BOOLEAN;
      case "date" -> FactType.DATE;
      case "time" -> FactType.TIME;
      case "date and time", "datetime" -> FactType.DATE_TIME;
      case "duration" -> FactType.DURATION;
      case "list" -> FactType.LIST;
      case "context" -> FactType.CONTEXT;
      default -> FactType.ANY;
    };
  }
}
