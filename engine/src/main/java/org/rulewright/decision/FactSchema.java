package org.rulewright.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts a decision declares, and the check of what a caller really sent. */
public final class FactSchema {

  private final List<FactField> fields;

  /** One for all facts of the schema, so that a table looks its columns' slots up once. */
  private final FactLayout layout;

  public FactSchema(List<FactField> fields) {
    this.fields = List.copyOf(fields);
    this.layout = FactLayout.of(fields.stream().map(FactField::name).toList());
    if (layout.names().size() != fields.size()) {
      throw new IllegalArgumentException("a fact is declared twice: " + fields);
    }
  }

  public List<FactField> fields() {
    return fields;
  }

  /**
   * Turns values as JSON delivers them into typed facts.
   *
   * <p>Every wrong fact gets its own problem; the facts that are right are kept. A fact that is
   * present with null stays present: {@link Facts} tells null and missing apart.
   */
  public CheckedFacts check(Map<String, ? extends @Nullable Object> raw) {
    Map<String, @Nullable Object> typed = new LinkedHashMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (FactField field : fields) {
      if (raw.containsKey(field.name())) {
        read(field, raw.get(field.name()), typed, problems);
      } else if (field.required()) {
        problems.add(problem("fact.missing", field.name()));
      }
    }
    raw.keySet().stream()
        .filter(name -> layout.slot(name) < 0)
        .forEach(name -> problems.add(problem("fact.unknown", name)));
    return new CheckedFacts(Facts.of(typed, layout), problems);
  }

  private static void read(
      FactField field,
      @Nullable Object value,
      Map<String, @Nullable Object> typed,
      List<Diagnostic> problems) {
    if (value == null) {
      if (field.required()) {
        problems.add(problem("fact.null", field.name()));
      } else {
        typed.put(field.name(), null);
      }
      return;
    }
    FactReader.read(field.type(), value)
        .ifPresentOrElse(
            fact -> {
              if (field.allows(fact)) {
                typed.put(field.name(), fact);
              } else {
                problems.add(notAllowed(field, value));
              }
            },
            () -> problems.add(wrongType(field, value)));
  }

  private static Diagnostic wrongType(FactField field, Object value) {
    return problem(
        "fact.wrong-type",
        field.name(),
        Diagnostic.term("type." + field.type()),
        Diagnostic.shortened(value));
  }

  private static Diagnostic notAllowed(FactField field, Object value) {
    return problem(
        "fact.not-allowed",
        field.name(),
        Diagnostic.shortened(value),
        Diagnostic.shortened(field.allowedValues()));
  }

  private static Diagnostic problem(String code, String name, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add(name);
    arguments.addAll(List.of(more));
    return new Diagnostic(code, Severity.ERROR, Place.of(name), arguments);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FactSchema schema && fields.equals(schema.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return "FactSchema" + fields;
  }
}
