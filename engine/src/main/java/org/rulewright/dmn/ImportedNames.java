package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.MapBackedType;
import org.kie.dmn.feel.lang.types.BuiltInType;

/** The names of imports a decision sees: to FEEL each is a context of what is required of it. */
final class ImportedNames {

  private ImportedNames() {}

  /**
   * Returns the imports a decision requires something of, with their types.
   *
   * @param documents the model of the decision, and those it imports as far as they are known
   */
  static Map<String, Type> seenBy(DmnDecision decision, List<DmnDocument> documents) {
    var names = new HashMap<String, Type>();
    for (var wanted : documents.getFirst().imports()) {
      var other =
          documents.stream()
              .skip(1)
              .filter(it -> it.namespace().equals(wanted.namespace()))
              .findFirst();
      var required = required(decision, wanted);
      if (!required.isEmpty()) {
        names.put(
            wanted.name(),
            other
                .<Type>map(it -> new MapBackedType(wanted.name(), types(it, required)))
                .orElse(BuiltInType.UNKNOWN));
      }
    }
    return names;
  }

  private static List<String> required(DmnDecision decision, DmnImport wanted) {
    var all = new ArrayList<>(decision.requiredDecisions());
    all.addAll(decision.requiredInputs());
    all.addAll(decision.requiredKnowledge());
    return all.stream()
        .map(Imported.Reference::of)
        .flatMap(Optional::stream)
        .filter(it -> it.namespace().equals(wanted.namespace()))
        .map(Imported.Reference::id)
        .toList();
  }

  private static Map<String, Type> types(DmnDocument other, List<String> ids) {
    var contents = other.contents();
    var types = new HashMap<String, Type>();
    for (var id : ids) {
      contents
          .inputById(id)
          .ifPresent(it -> types.put(it.name(), KieTypes.of(it.typeRef(), contents.types())));
      contents
          .decisionById(id)
          .ifPresent(it -> types.put(it.name(), KieTypes.of(it.typeRef(), contents.types())));
      if (!types.containsKey(id)) {
        contents
            .element(id)
            .map(it -> org.rulewright.xml.Xml.attribute(it, "name"))
            .ifPresent(name -> types.putIfAbsent(name, BuiltInType.UNKNOWN));
      }
    }
    return types;
  }
}
