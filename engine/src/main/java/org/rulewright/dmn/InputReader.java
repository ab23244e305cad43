package org.rulewright.dmn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.CheckedFacts;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Place;
import org.rulewright.value.Decimals;
import org.rulewright.value.Temporals;
import org.rulewright.xml.SecureXml;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/**
 * Reads values as JSON delivers them by the types a model declares, its item definitions included.
 *
 * <p>Only a text where a temporal value is declared can be wrong in itself; whether a value fits
 * its declared type is for the engines to say.
 */
final class InputReader {

  private final DmnDocument document;
  private final List<Diagnostic> problems = new ArrayList<>();

  InputReader(DmnDocument document) {
    this.document = document;
  }

  CheckedFacts read(Map<String, ? extends @Nullable Object> raw) {
    var types = new LinkedHashMap<String, String>();
    document.decisions().forEach(decision -> types.put(decision.name(), decision.typeRef()));
    document.inputs().forEach(input -> types.put(input.name(), input.typeRef()));
    var facts = new LinkedHashMap<String, @Nullable Object>();
    raw.forEach(
        (name, value) -> facts.put(name, value(name, value, types.getOrDefault(name, ""), 0)));
    return new CheckedFacts(Facts.of(facts), problems);
  }

  private @Nullable Object value(String name, @Nullable Object raw, String typeRef, int depth) {
    var definition = document.contents().types().definition(typeRef);
    if (definition.isPresent() && depth < SecureXml.MAX_DEPTH) {
      return defined(name, raw, definition.get(), depth + 1);
    }
    var type = document.contents().types().resolve(typeRef);
    return switch (raw) {
      case null -> null;
      case Number number -> Decimals.of(number).orElse(null);
      case String text -> text(name, text, type);
      case Map<?, ?> context -> context(name, context, null, depth);
      case Collection<?> list -> list(name, list, typeRef, depth);
      default -> raw;
    };
  }

  private @Nullable Object defined(
      String name, @Nullable Object raw, Element definition, int depth) {
    if (raw instanceof Map<?, ?> context && Xml.child(definition, "itemComponent").isPresent()) {
      return context(name, context, definition, depth);
    }
    if (raw instanceof Collection<?> list) {
      var items = new ArrayList<@Nullable Object>();
      list.forEach(item -> items.add(defined(name, item, definition, depth)));
      return items;
    }
    return value(name, raw, TypeNames.typeRef(definition), depth);
  }

  private Map<String, @Nullable Object> context(
      String name, Map<?, ?> raw, @Nullable Element definition, int depth) {
    var context = new LinkedHashMap<String, @Nullable Object>();
    raw.forEach((key, value) -> {
      var entry = String.valueOf(key);
      var component = definition == null ? Optional.<Element>empty() : component(definition, entry);
      context.put(
          entry,
          component.isPresent()
              ? defined(name + "." + entry, value, component.get(), depth + 1)
              : value(name + "." + entry, value, "", depth));
    });
    return context;
  }

  private static Optional<Element> component(Element definition, String name) {
    return Xml.children(definition, "itemComponent").stream()
        .filter(it -> Xml.attribute(it, "name").equals(name))
        .findFirst();
  }

  private List<@Nullable Object> list(String name, Collection<?> raw, String typeRef, int depth) {
    var list = new ArrayList<@Nullable Object>(raw.size());
    raw.forEach(item -> list.add(value(name, item, typeRef, depth)));
    return list;
  }

  private Object text(String name, String text, FactType type) {
    Optional<?> read =
        switch (type) {
          case DATE -> Temporals.date(text);
          case TIME -> Temporals.time(text);
          case DATE_TIME ->
              Temporals.dateTime(text).or(() -> Temporals.date(text).map(it -> it.atStartOfDay()));
          case DURATION -> Temporals.duration(text);
          case NUMBER, TEXT, BOOLEAN, LIST, CONTEXT, ANY -> Optional.of(text);
        };
    if (read.isEmpty()) {
      problems.add(
          Diagnostic.error(
              "fact.wrong-type",
              Place.of(name),
              name,
              Diagnostic.term("type." + type),
              Diagnostic.shortened(text)));
      return text;
    }
    return read.get();
  }
}
