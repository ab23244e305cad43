package org.rulewright.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts a decision declares, and the check of what a caller really sent. */
public record FactSchema(List<FactField> fields) {

  public FactSchema {
    fields = List.copyOf(fields);
    var names = fields.stream().map(FactField::name).distinct().count();
    if (names != fields.size()) {
      throw new IllegalArgumentException("a fact is declared twice: " + fields);
    }
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
        .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
        .forEach(name -> problems.add(problem("fact.unknown", name)));
    return new CheckedFacts(Facts.of(typed), problems);
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
}
