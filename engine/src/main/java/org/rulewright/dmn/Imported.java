package org.rulewright.dmn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models a model imports, by namespace.
 *
 * <p>Only what is clear is here: an import with a name of its own, of a namespace that is imported
 * once and that exactly one document has. The rest is left to the reference engine.
 */
record Imported(Map<String, Import> byNamespace) {

  /** A model under the name of its import. */
  record Import(String name, CompiledGraph graph) {}

  /** A decision or input of another model, {@code namespace#id}. */
  record Reference(String namespace, String id) {

    /** Reads a reference; empty for one to a thing of the model itself. */
    static Optional<Reference> of(String id) {
      int hash = id.indexOf('#');
      return hash <= 0
          ? Optional.empty()
          : Optional.of(new Reference(id.substring(0, hash), id.substring(hash + 1)));
    }
  }

  Imported {
    byNamespace = Map.copyOf(byNamespace);
  }

  /**
   * Compiles what a model imports.
   *
   * @param made the models that are compiled already, by namespace
   * @param onTheWay namespaces of the models that lead to this one
   */
  static Imported of(
      DmnDocument document,
      List<DmnDocument> all,
      Map<String, CompiledGraph> made,
      Set<String> onTheWay) {
    var found = new HashMap<String, Import>();
    var names = new HashSet<String>();
    document.inputs().forEach(it -> names.add(it.name()));
    document.decisions().forEach(it -> names.add(it.name()));
    for (var wanted : document.imports()) {
      var others = all.stream().filter(it -> it.namespace().equals(wanted.namespace())).toList();
      boolean once =
          document.imports().stream()
                  .filter(it -> it.namespace().equals(wanted.namespace()))
                  .count()
              == 1;
      if (wanted.isDmn()
          && once
          && others.size() == 1
          && !wanted.name().isBlank()
          && names.add(wanted.name())
          && !onTheWay.contains(wanted.namespace())) {
        var graph = made.get(wanted.namespace());
        if (graph == null) {
          var further = new HashSet<>(onTheWay);
          further.add(wanted.namespace());
          graph = new CompiledGraph(others.getFirst(), all, made, further);
          made.put(wanted.namespace(), graph);
        }
        found.put(wanted.namespace(), new Import(wanted.name(), graph));
      }
    }
    return new Imported(found);
  }

  /** Finds a decision of an imported model, under the name it is called by. */
  Optional<DmnDecision> decision(Reference reference) {
    return Optional.ofNullable(byNamespace.get(reference.namespace()))
        .flatMap(it -> it.graph().document().contents().decisionById(reference.id()));
  }

  Optional<DmnInput> input(Reference reference) {
    return Optional.ofNullable(byNamespace.get(reference.namespace()))
        .flatMap(it -> it.graph().document().contents().inputById(reference.id()));
  }

  Optional<Import> find(Reference reference) {
    return Optional.ofNullable(byNamespace.get(reference.namespace()));
  }

  Set<String> names() {
    var names = new HashSet<String>();
    byNamespace.values().forEach(it -> names.add(it.name()));
    return names;
  }
}
