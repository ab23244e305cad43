package org.rulewright.dmn;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rulewright.value.Temporals;
import org.rulewright.xml.Xml;
import org.w3c.dom.Element;

/** One case of the technology compatibility kit: inputs, and what each asked node must give. */
public record TckCase(
    String id,
    @Nullable String service,
    Map<String, @Nullable Object> inputs,
    List<Expected> nodes) {

  /** What one node must give; an error may stand for null. */
  public record Expected(String name, boolean error, @Nullable Object value) {}

  public static List<TckCase> of(Element root) {
    return Xml.children(root, "testCase").stream().map(TckCase::read).toList();
  }

  private static TckCase read(Element test) {
    var inputs = new LinkedHashMap<String, @Nullable Object>();
    Xml.children(test, "inputNode")
        .forEach(input -> inputs.put(Xml.attribute(input, "name"), value(input)));
    var nodes = new ArrayList<Expected>();
    for (var node : Xml.children(test, "resultNode")) {
      var expected = Xml.child(node, "expected");
      nodes.add(
          new Expected(
              Xml.attribute(node, "name"),
              Xml.attribute(node, "errorResult").equals("true"),
              expected.isEmpty() ? null : value(expected.get())));
    }
    boolean service = Xml.attribute(test, "type").equals("decisionService");
    return new TckCase(
        Xml.attribute(test, "id"),
        service ? Xml.attribute(test, "invocableName") : null,
        inputs,
        nodes);
  }

  private static @Nullable Object value(Element holder) {
    var list = Xml.child(holder, "list");
    if (list.isPresent()) {
      if (isNil(list.get())) {
        return null;
      }
      var items = new ArrayList<@Nullable Object>();
      Xml.children(list.get(), "item").forEach(item -> items.add(value(item)));
      return items;
    }
    var components = Xml.children(holder, "component");
    if (!components.isEmpty()) {
      var context = new LinkedHashMap<String, @Nullable Object>();
      components.forEach(
          it -> context.put(Xml.attribute(it, "name"), isNil(it) ? null : value(it)));
      return context;
    }
    return Xml.child(holder, "value").map(TckCase::simple).orElse(null);
  }

  private static boolean isNil(Element element) {
    return element
        .getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "nil")
        .equals("true");
  }

  private static @Nullable Object simple(Element value) {
    if (isNil(value)) {
      return null;
    }
    var text = value.getTextContent();
    var type = value.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
    return switch (type.substring(type.indexOf(':') + 1)) {
      case "decimal", "double", "integer" -> new BigDecimal(text.strip());
      case "boolean" -> Boolean.valueOf(text.strip());
      case "date" -> Temporals.date(text.strip()).map(Object.class::cast).orElse(text);
      case "time" -> Temporals.time(text.strip()).map(Object.class::cast).orElse(text);
      case "dateTime" -> Temporals.dateTime(text.strip()).map(Object.class::cast).orElse(text);
      case "duration" -> duration(text.strip());
      default -> text;
    };
  }

  private static Object duration(String text) {
    return Temporals.duration(text).map(Object.class::cast).orElseGet(() -> Duration.parse(text));
  }

  /** Whether the case expects values, not only errors and nulls. */
  public boolean expectsValues() {
    return nodes.stream()
        .allMatch(node -> !node.error() && Optional.ofNullable(node.value()).isPresent());
  }
}
