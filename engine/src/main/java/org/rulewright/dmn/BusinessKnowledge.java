package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rulewright.expression.Expression;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** Compiles the business knowledge models that boxed expressions call, each once. */
final class BusinessKnowledge {

  /** Compiles a boxed expression, which has to be there. */
  interface Forms {
    Expression apply(@Nullable Element form, SeenNames names);
  }

  private final DmnContents contents;
  private final BoxedTypes types;
  private final Forms forms;
  private final Map<String, Optional<ModelFunction>> knowledge = new HashMap<>();
  private final Set<String> onTheWay = new HashSet<>();

  BusinessKnowledge(DmnContents contents, BoxedTypes types, Forms forms) {
    this.contents = contents;
    this.types = types;
    this.forms = forms;
  }

  /** Compiles the functions a decision or another function requires, by their names. */
  Map<String, ModelFunction> functions(List<String> required) {
    var functions = new LinkedHashMap<String, ModelFunction>();
    for (var id : required) {
      var element =
          contents
              .element(id)
              .filter(it -> Xml.is(it, "businessKnowledgeModel"))
              .orElseThrow(BeyondOurs::new);
      var function = knowledge.get(id);
      if (function == null) {
        function = function(id, element);
        knowledge.put(id, function);
      }
      functions.put(Xml.attribute(element, "name"), function.orElseThrow(BeyondOurs::new));
    }
    return functions;
  }

  private Optional<ModelFunction> function(String id, Element model) {
    if (!onTheWay.add(id)) {
      return Optional.empty(); // one that calls itself
    }
    try {
      var logic = Xml.child(model, "encapsulatedLogic").orElseThrow(BeyondOurs::new);
      var kind = Xml.attribute(logic, "kind");
      boolean feel = kind.isEmpty() || kind.equals("FEEL");
      boolean renamed =
          Xml.child(model, "variable")
              .filter(it -> !Xml.attribute(it, "name").equals(Xml.attribute(model, "name")))
              .isPresent();
      if (!feel || renamed || !Languages.areAllFeel(logic, contents.root())) {
        throw new BeyondOurs();
      }
      var parameters = new ArrayList<ModelFunction.Parameter>();
      var names = new SeenNames(new LinkedHashMap<>(), functions(DmnContents.knowledge(model)));
      for (var parameter : Xml.children(logic, "formalParameter")) {
        var name = Xml.attribute(parameter, "name");
        parameters.add(new ModelFunction.Parameter(name, types.declared(parameter)));
        names = names.with(name, KieTypes.of(TypeNames.typeRef(parameter), contents.types()));
      }
      var body = DmnContents.logic(logic).orElse(null);
      var result = Xml.child(model, "variable").map(types::declared).orElse(null);
      return Optional.of(new ModelFunction(parameters, forms.apply(body, names), result));
    } catch (BeyondOurs ours) {
      return Optional.empty();
    } finally {
      onTheWay.remove(id);
    }
  }
}
