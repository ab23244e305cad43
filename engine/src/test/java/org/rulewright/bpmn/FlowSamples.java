package org.rulewright.bpmn;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rulewright.decision.Decision;
import org.rulewright.decision.DecisionKind;
import org.rulewright.decision.DecisionSource;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactField;
import org.rulewright.decision.FactSchema;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Facts;
import org.rulewright.decision.Outcome;
import org.rulewright.decision.Place;
import org.rulewright.decision.Trace;
import org.rulewright.decision.TraceStep;
import org.rulewright.ruleflow.Flow;
import org.rulewright.ruleflow.FlowCompilation;
import org.rulewright.xml.UnreadableModelException;

/** Flows for tests, written as BPMN, and decisions for them to call. */
final class FlowSamples {

  static final OffsetDateTime AS_OF = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");

  static final FactSchema SCHEMA =
      new FactSchema(
          List.of(
              FactField.required("a", FactType.NUMBER),
              FactField.optional("b", FactType.NUMBER),
              FactField.optional("s", FactType.TEXT),
              FactField.optional("p", FactType.BOOLEAN)));

  private FlowSamples() {}

  /** A file with one process of the given elements. */
  static String bpmn(String id, String... elements) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
        xmlns:rw="https://rulewright.org/bpmn/1" id="defs" targetNamespace="urn:test">
    <error id="err" errorCode="no.score"/>
    <process id="%s" name="%s" isExecutable="true">
    %s
    </process>
    </definitions>
    """
        .formatted(id, id, String.join("\n", elements));
  }

  static BpmnDocument document(String id, String... elements) {
    return read(bpmn(id, elements));
  }

  static BpmnDocument read(String text) {
    try {
      return BpmnDocument.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableModelException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static String start(String id) {
    return "<startEvent id=\"" + id + "\"/>";
  }

  static String end(String id, String... extensions) {
    return "<endEvent id=\"" + id + "\">" + extensions(extensions) + "</endEvent>";
  }

  static String refer(String reason) {
    return "<rw:refer reason=\"" + reason + "\"/>";
  }

  static String task(String id, String... extensions) {
    return "<businessRuleTask id=\""
        + id
        + "\" name=\""
        + id
        + "\">"
        + extensions(extensions)
        + "</businessRuleTask>";
  }

  static String service(String id, String... extensions) {
    return "<serviceTask id=\"" + id + "\">" + extensions(extensions) + "</serviceTask>";
  }

  static String call(String id, String flow, String... extensions) {
    return "<callActivity id=\""
        + id
        + "\" calledElement=\""
        + flow
        + "\">"
        + extensions(extensions)
        + "</callActivity>";
  }

  static String decision(String name, String result) {
    return "<rw:decision name=\"" + name + "\" result=\"" + result + "\"/>";
  }

  static String input(String target, String source) {
    return "<rw:input target=\"" + target + "\" source=\"" + escaped(source) + "\"/>";
  }

  static String output(String target, String source) {
    return "<rw:output target=\"" + target + "\" source=\"" + escaped(source) + "\"/>";
  }

  /** A gateway; the element is such as {@code exclusiveGateway}. */
  static String gateway(String element, String id, @Nullable String otherwise) {
    return "<"
        + element
        + " id=\""
        + id
        + "\""
        + (otherwise == null ? "" : " default=\"" + otherwise + "\"")
        + "/>";
  }

  static String boundary(String id, String task, String definition) {
    return "<boundaryEvent id=\""
        + id
        + "\" attachedToRef=\""
        + task
        + "\">"
        + definition
        + "</boundaryEvent>";
  }

  static String flow(String id, String from, String to) {
    return "<sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(id, from, to);
  }

  static String flow(String id, String from, String to, String condition) {
    return """
    <sequenceFlow id="%s" sourceRef="%s" targetRef="%s"><conditionExpression
     xsi:type="tFormalExpression" language="feel">%s</conditionExpression></sequenceFlow>\
    """
        .formatted(id, from, to, escaped(condition));
  }

  private static String extensions(String... extensions) {
    return extensions.length == 0
        ? ""
        : "<extensionElements>" + String.join("", extensions) + "</extensionElements>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  // --- decisions and runs ---------------------------------------------------------------------

  /** What a decision of a test does with its facts. */
  interface Logic extends Function<Map<String, @Nullable Object>, @Nullable Object> {}

  /** A decision that fails with the code in the exception's message. */
  static final class Failing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failing(String code) {
      super(code);
    }
  }

  /** A source of decisions by key, whatever their kind. */
  static final class Source implements DecisionSource {
    private final Map<String, Decision> decisions = new HashMap<>();

    Source with(String key, Logic logic) {
      decisions.put(key, new Calculated(key, logic));
      return this;
    }

    Source with(String key, Decision decision) {
      decisions.put(key, decision);
      return this;
    }

    @Override
    public Optional<Decision> find(DecisionKind kind, String key) {
      return Optional.ofNullable(decisions.get(key));
    }
  }

  private record Calculated(String id, Logic logic) implements Decision {

    @Override
    public String name() {
      return id;
    }

    @Override
    public DecisionKind kind() {
      return DecisionKind.OTHER;
    }

    @Override
    public Outcome evaluate(Facts facts, OffsetDateTime asOf, boolean traced) {
      try {
        var value = logic.apply(facts.asMap());
        return new Outcome.Decided(value, trace(value, traced));
      } catch (Failing failing) {
        var code = String.valueOf(failing.getMessage());
        return new Outcome.Failed(
            List.of(Diagnostic.error(code, Place.of(id))), trace(null, traced));
      }
    }

    private Trace trace(@Nullable Object value, boolean traced) {
      return traced
          ? Trace.of(new TraceStep(id, id, DecisionKind.OTHER, List.of("r1"), value, false))
          : Trace.EMPTY;
    }
  }

  static Flow compiled(BpmnDocument document, DecisionSource source) {
    return switch (BpmnFlow.compile(document, SCHEMA, source)) {
      case FlowCompilation.Compiled(var flow) -> flow;
      case FlowCompilation.Refused(var problems) ->
          throw new AssertionError(
              problems + " in " + new String(document.bytes(), StandardCharsets.UTF_8));
    };
  }

  static Outcome run(BpmnDocument document, DecisionSource source, Map<String, ?> facts) {
    return compiled(document, source).evaluate(Facts.of(facts), AS_OF, true);
  }

  /** What a flow answers that is sure not to fail. */
  static Map<String, @Nullable Object> answer(Outcome outcome) {
    if (outcome instanceof Outcome.Decided(Map<?, ?> value, var trace)) {
      Map<String, @Nullable Object> answer = new HashMap<>();
      value.forEach((name, it) -> answer.put(String.valueOf(name), it));
      return answer;
    }
    throw new AssertionError(outcome.toString());
  }
}
