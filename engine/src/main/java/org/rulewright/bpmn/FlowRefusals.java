package org.rulewright.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.dmn.Feel;
import org.rulewright.xml.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What keeps a file from ever running: code in it, and elements a rule flow has no meaning for.
 *
 * <p>Code is looked for in the whole file, for the reference engine is given the whole file. What
 * is not known to be harmless is refused.
 */
final class FlowRefusals {

  private static final Set<String> HARMLESS_ATTRIBUTES =
      Set.of(
          "decisionRef",
          "decisionRefBinding",
          "resultVariable",
          "mapDecisionResult",
          "calledElementBinding",
          "historyTimeToLive",
          "versionTag",
          "modelerTemplate",
          "modelerTemplateVersion",
          "modelerTemplateIcon",
          "exclusive",
          "isStartableInTasklist",
          "errorCodeVariable",
          "errorMessageVariable",
          "errorMessage",
          "jobPriority",
          "taskPriority");

  private static final Set<String> HARMLESS_ELEMENTS =
      Set.of(
          "inputOutput", "inputParameter", "outputParameter", "properties", "property", "script");

  /** Camunda's attributes that name Java or a script. */
  private static final Set<String> CODE_ATTRIBUTES =
      Set.of(
          "class",
          "delegateExpression",
          "expression",
          "type",
          "topic",
          "resource",
          "variableMappingClass",
          "variableMappingDelegateExpression",
          "sourceExpression",
          "event");

  private static final Set<String> CODE_ELEMENTS =
      Set.of(
          "executionListener",
          "taskListener",
          "connector",
          "script",
          "field",
          "formData",
          "formField",
          "constraint",
          "errorEventDefinition",
          "validation",
          "taskDefinition");

  /** BPMN's own elements that make a step repeat, or run a formula of another language. */
  private static final Set<String> REPEATS =
      Set.of("multiInstanceLoopCharacteristics", "standardLoopCharacteristics");

  private static final Set<String> FORMULAS =
      Set.of("assignment", "transformation", "formalExpression", "completionCondition");

  /** Texts that are for people and that no engine evaluates. */
  private static final Set<String> PROSE = Set.of("documentation", "text", "value");

  private final BpmnDocument document;
  private final List<Diagnostic> found = new ArrayList<>();

  private FlowRefusals(BpmnDocument document) {
    this.document = document;
  }

  static List<Diagnostic> of(BpmnDocument document) {
    var refusals = new FlowRefusals(document);
    refusals.look();
    return refusals.found.stream().distinct().toList();
  }

  private void look() {
    for (var element : Xml.children(document.root())) {
      if (Xml.is(element, "import")) {
        add("bpmn.import", element, Xml.attribute(element, "importType"));
      } else if (!Xml.is(element, "BPMNDiagram")) {
        code(element);
        Xml.descendants(element).forEach(this::code);
      }
    }
    var process = document.process();
    if (process.isEmpty()) {
      found.add(
          Diagnostic.error(
              document.processes().isEmpty() ? "bpmn.no-process" : "bpmn.several-processes",
              Place.NOWHERE));
      document.processes().forEach(this::steps);
    } else {
      if (process.get().getAttribute("isExecutable").equals("false")) {
        found.add(
            Diagnostic.warning(
                "bpmn.not-executable",
                Place.of(process.get().getAttribute("id")),
                document.name()));
      }
      steps(process.get());
    }
  }

  private void steps(Element process) {
    Xml.children(process).forEach(this::step);
  }

  // --- code ---------------------------------------------------------------------------------

  private void code(Element element) {
    attributes(element);
    var name = Xml.localName(element);
    if (Xml.namespace(element).equals(BpmnDocument.MODEL)) {
      if (name.equals("scriptTask") || name.equals("script")) {
        runs(element, "bpmn.code.script");
      }
      if (name.equals("conditionExpression")) {
        condition(element);
      }
      if (FORMULAS.contains(name)) {
        runs(element, "bpmn.code.expression");
      }
    } else if (Namespaces.isCamunda(element)) {
      camunda(element, name);
    } else if (!Xml.namespace(element).equals(Namespaces.OURS) && isForeignCode(name)) {
      runs(element, "bpmn.code.extension");
    }
    text(element, name);
  }

  private static boolean isForeignCode(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("script") || lower.contains("listener") || lower.equals("connector");
  }

  private void camunda(Element element, String name) {
    if (name.equals("script")) {
      script(element);
    } else if (name.equals("in") || name.equals("out")) {
      // what a flow is given and gives back is said by rw:input and rw:output, here and on Camunda
      add("bpmn.call-mapping", element, element.getTagName(), "rw:" + name + "put");
    } else if (CODE_ELEMENTS.contains(name)) {
      runs(element, "bpmn.code.extension");
    } else if (!HARMLESS_ELEMENTS.contains(name)) {
      add("bpmn.extension", element, element.getTagName());
    }
  }

  private void script(Element element) {
    boolean mapping =
        element.getParentNode() instanceof Element parent
            && Namespaces.isCamunda(parent)
            && (Xml.is(parent, "inputParameter") || Xml.is(parent, "outputParameter"));
    if (!mapping
        || !Languages.isFeel(element.getAttribute("scriptFormat"))
        || element.hasAttribute("resource")) {
      runs(element, "bpmn.code.script");
    }
  }

  private void condition(Element element) {
    var language = element.getAttribute("language");
    if (element.hasAttribute("resource") || !Namespaces.camunda(element, "resource").isEmpty()) {
      runs(element, "bpmn.code.script");
    } else if (!language.isEmpty() && !Languages.isFeel(language)) {
      runs(element, "bpmn.code.script");
    } else if (language.isEmpty() && !isJuel(element.getTextContent())) {
      add("bpmn.language", element, Diagnostic.shortened(element.getTextContent().strip()));
    }
  }

  private void attributes(Element element) {
    var attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      var attribute = (Attr) attributes.item(i);
      var namespace = String.valueOf(attribute.getNamespaceURI());
      var name = attribute.getLocalName() == null ? attribute.getName() : attribute.getLocalName();
      boolean label = namespace.equals("null") && name.equals("name") && !isCalled(element);
      if (!label && isJuel(attribute.getValue())) {
        runs(element, "bpmn.code.juel");
      } else if (Namespaces.CAMUNDA.contains(namespace)) {
        camundaAttribute(element, name, attribute.getValue());
      } else if (namespace.contains("flowable") && CODE_ATTRIBUTES.contains(name)) {
        runs(element, "bpmn.code.attribute");
      }
    }
    if (element.hasAttribute("operationRef") && isInProcess(element)) {
      runs(element, "bpmn.code.operation");
    }
  }

  /** Names of Camunda's own elements and of errors are evaluated; those of steps are labels. */
  private static boolean isCalled(Element element) {
    return Namespaces.isCamunda(element)
        || Set.of("message", "signal", "escalation").contains(Xml.localName(element));
  }

  private boolean isInProcess(Element element) {
    return document.processes().stream()
        .anyMatch(process ->
            element.getParentNode() == process || process.isSameNode(element.getParentNode()));
  }

  private void camundaAttribute(Element element, String name, String value) {
    if (CODE_ATTRIBUTES.contains(name)) {
      runs(element, "bpmn.code.attribute");
    } else if (name.startsWith("async") && !value.equals("true")) {
      // the default, said aloud
      return;
    } else if (!HARMLESS_ATTRIBUTES.contains(name)) {
      add("bpmn.extension", element, "camunda:" + name);
    } else if (name.endsWith("Binding") && !Set.of("latest", "deployment").contains(value)) {
      add("bpmn.extension", element, "camunda:" + name + "=\"" + value + "\"");
    }
  }

  private void text(Element element, String name) {
    if (!Xml.children(element).isEmpty()
        || PROSE.contains(name) && !Namespaces.isCamunda(element)) {
      return;
    }
    var text = element.getTextContent();
    if (isJuel(text)) {
      runs(element, "bpmn.code.juel");
    } else if (text.contains("external") || ours(element).contains("external")) {
      for (var feel : List.of(text, ours(element))) {
        if (Feel.read(feel, Map.<String, FactType>of()).problems().stream()
            .anyMatch(it -> it.kind() == Feel.Kind.EXTERNAL)) {
          runs(element, "bpmn.code.external");
        }
      }
    }
  }

  private static String ours(Element element) {
    return Xml.namespace(element).equals(Namespaces.OURS) ? element.getAttribute("source") : "";
  }

  private static boolean isJuel(String text) {
    return text.contains("${") || text.contains("#{");
  }

  // --- what a rule flow has no meaning for ---------------------------------------------------

  private void step(Element element) {
    var name = Xml.localName(element);
    if (!Xml.namespace(element).equals(BpmnDocument.MODEL)
        || name.equals("sequenceFlow")
        || FlowElements.KEPT.contains(name)) {
      return;
    }
    if (FlowElements.WAIT.contains(name)) {
      add("bpmn.waits", element, name);
    } else if (name.equals("task")) {
      add("bpmn.plain-task", element, name);
    } else if (!FlowElements.RUN.contains(name)) {
      // a script task is refused for its script
      if (!name.equals("scriptTask")) {
        add("bpmn.not-supported", element, name);
      }
    } else {
      inside(element, name);
    }
  }

  private void inside(Element step, String name) {
    for (var child : Xml.children(step)) {
      var inner = Xml.localName(child);
      if (REPEATS.contains(inner)) {
        add("bpmn.repeats", step, name);
      } else if (inner.endsWith("EventDefinition") || inner.equals("eventDefinitionRef")) {
        if (!name.equals("boundaryEvent") || !inner.equals("errorEventDefinition")) {
          add(isWaiting(inner) ? "bpmn.waits" : "bpmn.not-supported", step, inner);
        }
      }
    }
    if (name.equals("boundaryEvent")
        && (Xml.child(step, "errorEventDefinition").isEmpty()
            || step.getAttribute("cancelActivity").equals("false"))) {
      add("bpmn.not-supported", step, name);
    }
    if (step.getAttribute("isForCompensation").equals("true")) {
      add("bpmn.not-supported", step, "isForCompensation");
    }
  }

  private static boolean isWaiting(String definition) {
    return Set.of(
            "timerEventDefinition",
            "messageEventDefinition",
            "signalEventDefinition",
            "conditionalEventDefinition")
        .contains(definition);
  }

  private void runs(Element element, String why) {
    add("bpmn.runs-code", element, element.getTagName(), Diagnostic.term(why));
  }

  /** The step an element belongs to is its place; its own name comes first in the message. */
  private void add(String code, Element element, String... arguments) {
    var owner = owner(element);
    List<String> all = new ArrayList<>(List.of(label(owner)));
    all.addAll(List.of(arguments));
    found.add(
        Diagnostic.error(code, Place.of(owner.getAttribute("id")), all.toArray(String[]::new)));
  }

  private static Element owner(Element element) {
    var owner = element;
    while (owner.getAttribute("id").isEmpty()
        || !Xml.namespace(owner).equals(BpmnDocument.MODEL)
        || Xml.localName(owner).endsWith("EventDefinition")
        || Xml.is(owner, "conditionExpression")) {
      if (!(owner.getParentNode() instanceof Element parent)) {
        return owner;
      }
      owner = parent;
    }
    return owner;
  }

  private static String label(Element element) {
    var name = element.getAttribute("name").strip();
    return name.isEmpty() ? element.getAttribute("id") : name;
  }
}
