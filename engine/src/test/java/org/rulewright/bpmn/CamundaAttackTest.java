package org.rulewright.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rulewright.bpmn.FlowSamples.AS_OF;
import static org.rulewright.bpmn.FlowSamples.SCHEMA;
import static org.rulewright.bpmn.FlowSamples.bpmn;
import static org.rulewright.bpmn.FlowSamples.end;
import static org.rulewright.bpmn.FlowSamples.flow;
import static org.rulewright.bpmn.FlowSamples.read;
import static org.rulewright.bpmn.FlowSamples.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rulewright.bpmn.FlowSamples.Source;
import org.rulewright.decision.Facts;
import org.rulewright.ruleflow.FlowCompilation;

/**
 * Tries to run code by every way BPMN and Camunda offer: our plan must not compile it, and Camunda
 * must not run it, even where the file reaches it without having been looked at.
 */
class CamundaAttackTest {

  private static final String PWNED = Pwned.class.getName();

  /** What every attack tries to reach; public, with a public constructor, as Camunda wants it. */
  public static class Pwned
      implements org.camunda.bpm.engine.delegate.JavaDelegate,
          org.camunda.bpm.engine.delegate.ExecutionListener,
          org.camunda.bpm.engine.delegate.TaskListener,
          org.camunda.bpm.engine.delegate.DelegateVariableMapping {
    static final AtomicInteger REACHED = new AtomicInteger();

    public Pwned() {
      REACHED.incrementAndGet();
    }

    public static String call() {
      REACHED.incrementAndGet();
      return "x";
    }

    @Override
    public void execute(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
      REACHED.incrementAndGet();
    }

    @Override
    public void notify(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
      REACHED.incrementAndGet();
    }

    @Override
    public void notify(org.camunda.bpm.engine.delegate.DelegateTask task) {
      REACHED.incrementAndGet();
    }

    @Override
    public void mapInputVariables(
        org.camunda.bpm.engine.delegate.DelegateExecution execution,
        org.camunda.bpm.engine.variable.VariableMap variables) {
      REACHED.incrementAndGet();
    }

    @Override
    public void mapOutputVariables(
        org.camunda.bpm.engine.delegate.DelegateExecution execution,
        org.camunda.bpm.engine.delegate.VariableScope scope) {
      REACHED.incrementAndGet();
    }
  }

  private record Attack(String name, String bpmn) {}

  private static String reach(String bean) {
    return bean + ".getClass().forName('" + PWNED + "').getMethod('call').invoke(null)";
  }

  private static Attack step(String name, String step) {
    return new Attack(
        name,
        bpmn("attack", start("s"), step, end("e"), flow("f1", "s", "t"), flow("f2", "t", "e")));
  }

  private static String bound(String attributes, String extensions) {
    return "<businessRuleTask id=\"t\" "
        + attributes
        + "><extensionElements>"
        + "<rw:decision name=\"d\" result=\"r\"/>"
        + extensions
        + "</extensionElements></businessRuleTask>";
  }

  private static String parameter(String tag, String content) {
    return "<camunda:inputOutput><camunda:"
        + tag
        + " name=\"x\">"
        + content
        + "</camunda:"
        + tag
        + "></camunda:inputOutput>";
  }

  private static Attack condition(String name, String attributes, String text) {
    return new Attack(
        name,
        bpmn(
            "attack",
            start("s"),
            "<exclusiveGateway id=\"t\" default=\"f3\"/>",
            end("e"),
            end("e2"),
            flow("f1", "s", "t"),
            "<sequenceFlow id=\"f2\" sourceRef=\"t\" targetRef=\"e\"><conditionExpression"
                + " xsi:type=\"tFormalExpression\" "
                + attributes
                + "><![CDATA["
                + text
                + "]]></conditionExpression></sequenceFlow>",
            flow("f3", "t", "e2")));
  }

  private static String multiInstance(String attributes, String content) {
    return "<businessRuleTask id=\"t\"><extensionElements><rw:decision name=\"d\" result=\"r\"/>"
        + "</extensionElements><multiInstanceLoopCharacteristics "
        + attributes
        + ">"
        + content
        + "</multiInstanceLoopCharacteristics></businessRuleTask>";
  }

  private static List<Attack> attacks() {
    List<Attack> all = new ArrayList<>();
    var java = "java.lang.Runtime";
    // the six of the field
    all.add(
        step(
            "script task",
            "<scriptTask id=\"t\" scriptFormat=\"javascript\"><script>"
                + java
                + "</script></scriptTask>"));
    all.add(condition("JUEL condition", "", "${" + reach("execution") + " != null}"));
    all.add(
        step(
            "JUEL service task",
            "<serviceTask id=\"t\" camunda:expression=\"${" + reach("execution") + "}\"/>"));
    all.add(
        step(
            "JUEL input parameter",
            bound("", parameter("inputParameter", "${" + reach("execution") + "}"))));
    all.add(
        step(
            "JUEL listener",
            bound(
                "",
                "<camunda:executionListener event=\"start\" expression=\"${"
                    + reach("execution")
                    + "}\"/>")));
    all.add(step("Java delegate", "<serviceTask id=\"t\" camunda:class=\"" + PWNED + "\"/>"));
    // and more
    all.add(step("delegate beside a binding", bound("camunda:class=\"" + PWNED + "\"", "")));
    all.add(
        step(
            "delegate by Activiti's namespace",
            "<serviceTask id=\"t\" xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\""
                + PWNED
                + "\"/>"));
    all.add(
        step(
            "delegate expression",
            "<serviceTask id=\"t\" camunda:delegateExpression=\"${"
                + reach("execution")
                + "}\"/>"));
    all.add(
        step(
            "listener class at the start of a step",
            bound("", "<camunda:executionListener event=\"start\" class=\"" + PWNED + "\"/>")));
    all.add(
        step(
            "listener class at the end of a step",
            bound("", "<camunda:executionListener event=\"end\" class=\"" + PWNED + "\"/>")));
    all.add(
        step(
            "listener script",
            bound(
                "",
                "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:executionListener>")));
    all.add(
        new Attack(
            "listener of an arrow",
            bpmn(
                "attack",
                start("s"),
                end("e"),
                "<sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"e\"><extensionElements><camunda:executionListener event=\"take\" class=\""
                    + PWNED
                    + "\"/></extensionElements></sequenceFlow>")));
    all.add(
        new Attack(
            "listener of the process",
            bpmn(
                "attack",
                "<extensionElements><camunda:executionListener event=\"start\" class=\""
                    + PWNED
                    + "\"/></extensionElements>",
                start("s"),
                end("e"),
                flow("f1", "s", "e"))));
    all.add(
        new Attack(
            "listener of the start",
            bpmn(
                "attack",
                "<startEvent id=\"s\"><extensionElements><camunda:executionListener event=\"end\" class=\""
                    + PWNED
                    + "\"/></extensionElements></startEvent>",
                end("e"),
                flow("f1", "s", "e"))));
    all.add(
        step(
            "field injection",
            "<serviceTask id=\"t\" camunda:class=\""
                + PWNED
                + "\"><extensionElements><camunda:field name=\"x\" expression=\"${1}\"/></extensionElements></serviceTask>"));
    all.add(
        step(
            "connector",
            "<serviceTask id=\"t\"><extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>"));
    all.add(step("mail task", "<serviceTask id=\"t\" camunda:type=\"mail\"/>"));
    all.add(
        step(
            "shell task",
            "<serviceTask id=\"t\" camunda:type=\"shell\"><extensionElements><camunda:field name=\"command\" stringValue=\"id\"/></extensionElements></serviceTask>"));
    all.add(
        step(
            "external task",
            "<serviceTask id=\"t\" camunda:type=\"external\" camunda:topic=\"x\"/>"));
    all.add(
        step(
            "user task with a task listener",
            "<userTask id=\"t\"><extensionElements><camunda:taskListener event=\"create\" class=\""
                + PWNED
                + "\"/></extensionElements></userTask>"));
    all.add(
        step(
            "user task with an assignee of JUEL",
            "<userTask id=\"t\" camunda:assignee=\"${" + reach("execution") + "}\"/>"));
    all.add(
        step(
            "user task whose name is JUEL",
            "<userTask id=\"t\" name=\"${" + reach("execution") + "}\"/>"));
    all.add(step("send task", "<sendTask id=\"t\" camunda:class=\"" + PWNED + "\"/>"));
    all.add(
        step(
            "message end event",
            "<intermediateThrowEvent id=\"t\"><messageEventDefinition camunda:class=\""
                + PWNED
                + "\"/></intermediateThrowEvent>"));
    all.add(
        step(
            "timer of JUEL",
            "<intermediateCatchEvent id=\"t\"><timerEventDefinition><timeDuration xsi:type=\"tFormalExpression\">${"
                + reach("execution")
                + "}</timeDuration></timerEventDefinition></intermediateCatchEvent>"));
    all.add(
        step(
            "conditional event",
            "<intermediateCatchEvent id=\"t\"><conditionalEventDefinition><condition xsi:type=\"tFormalExpression\">${"
                + reach("execution")
                + " != null}</condition></conditionalEventDefinition></intermediateCatchEvent>"));
    all.add(
        step(
            "loop over JUEL",
            multiInstance(
                "",
                "<loopCardinality xsi:type=\"tFormalExpression\">${"
                    + reach("execution")
                    + "}</loopCardinality>")));
    all.add(
        step(
            "loop of a collection",
            multiInstance("camunda:collection=\"${" + reach("execution") + "}\"", "")));
    all.add(
        step(
            "input script of JavaScript",
            bound(
                "",
                parameter(
                    "inputParameter",
                    "<camunda:script scriptFormat=\"javascript\">1</camunda:script>"))));
    all.add(
        step(
            "output script of Groovy",
            bound(
                "",
                parameter(
                    "outputParameter",
                    "<camunda:script scriptFormat=\"groovy\">"
                        + PWNED
                        + ".call()</camunda:script>"))));
    all.add(
        step(
            "script from a resource",
            bound(
                "",
                parameter(
                    "inputParameter",
                    "<camunda:script scriptFormat=\"feel\" resource=\"deployment://0.bpmn\"/>"))));
    all.add(
        step(
            "FEEL whose text is JUEL",
            bound(
                "",
                parameter(
                    "inputParameter",
                    "<camunda:script scriptFormat=\"feel\">${"
                        + reach("execution")
                        + "}</camunda:script>"))));
    all.add(
        step(
            "JUEL in a list of inputs",
            bound(
                "",
                parameter(
                    "inputParameter",
                    "<camunda:list><camunda:value>${"
                        + reach("execution")
                        + "}</camunda:value></camunda:list>"))));
    all.add(
        step(
            "our mapping whose text is JUEL",
            bound("", "<rw:input target=\"x\" source=\"${" + reach("execution") + "}\"/>")));
    all.add(condition("JavaScript condition", "language=\"javascript\"", "true"));
    all.add(condition("Groovy condition", "language=\"groovy\"", PWNED + ".call() != null"));
    all.add(condition("Java condition", "language=\"http://www.java.com/java\"", "return true;"));
    all.add(
        condition(
            "condition from a resource",
            "language=\"feel\" camunda:resource=\"deployment://0.bpmn\"",
            "true"));
    all.add(
        condition(
            "FEEL condition whose text is JUEL",
            "language=\"feel\"",
            "#{" + reach("execution") + " != null}"));
    all.add(
        condition(
            "FEEL that reaches the execution",
            "language=\"feel\"",
            "execution.getClass().forName(\"" + PWNED + "\").newInstance() != null"));
    all.add(
        condition(
            "FEEL that reaches the engine",
            "language=\"feel\"",
            "execution.processEngineServices.processEngineConfiguration.beans != null"));
    all.add(
        condition(
            "external function of FEEL",
            "language=\"feel\"",
            "{f: function() external {java: {class: \""
                + PWNED
                + "\", method signature: \"call()\"}}, r: f()}.r = \"x\""));
    all.add(
        step(
            "dynamic call",
            "<callActivity id=\"t\" calledElement=\"${" + reach("execution") + "}\"/>"));
    all.add(
        step(
            "mapping class of a call",
            "<callActivity id=\"t\" calledElement=\"attack\" camunda:variableMappingClass=\""
                + PWNED
                + "\"/>"));
    all.add(
        step(
            "mapping delegate of a call",
            "<callActivity id=\"t\" calledElement=\"attack\" camunda:variableMappingDelegateExpression=\"${"
                + reach("execution")
                + "}\"/>"));
    all.add(
        step(
            "source expression of a call",
            "<callActivity id=\"t\" calledElement=\"attack\"><extensionElements><camunda:in sourceExpression=\"${"
                + reach("execution")
                + "}\" target=\"x\"/></extensionElements></callActivity>"));
    all.add(
        step(
            "business key of a call",
            "<callActivity id=\"t\" calledElement=\"attack\"><extensionElements><camunda:in businessKey=\"#{"
                + reach("execution")
                + "}\"/></extensionElements></callActivity>"));
    all.add(
        step(
            "case called",
            "<callActivity id=\"t\" camunda:caseRef=\"${" + reach("execution") + "}\"/>"));
    all.add(
        step(
            "data association with a formula",
            "<callActivity id=\"t\" calledElement=\"attack\"><dataInputAssociation><targetRef>x</targetRef><assignment><from>${"
                + reach("execution")
                + "}</from><to>y</to></assignment></dataInputAssociation></callActivity>"));
    all.add(
        step(
            "asynchronous step with a retry of JUEL",
            bound(
                "camunda:asyncBefore=\"true\"",
                "<camunda:failedJobRetryTimeCycle>${"
                    + reach("execution")
                    + "}</camunda:failedJobRetryTimeCycle>")));
    all.add(
        step(
            "decision reference of JUEL",
            "<businessRuleTask id=\"t\" camunda:decisionRef=\"${" + reach("execution") + "}\"/>"));
    all.add(
        step(
            "sub-process with a listener",
            "<subProcess id=\"t\"><extensionElements><camunda:executionListener event=\"start\" class=\""
                + PWNED
                + "\"/></extensionElements><startEvent id=\"i\"/></subProcess>"));
    all.add(
        new Attack(
            "event sub-process",
            bpmn(
                "attack",
                start("s"),
                end("e"),
                flow("f1", "s", "e"),
                "<subProcess id=\"t\" triggeredByEvent=\"true\"><startEvent id=\"i\"><errorEventDefinition/></startEvent><scriptTask id=\"j\" scriptFormat=\"javascript\"><script>1</script></scriptTask></subProcess>")));
    all.add(
        new Attack(
            "form field validator",
            bpmn(
                "attack",
                "<startEvent id=\"s\"><extensionElements><camunda:formData><camunda:formField id=\"x\" type=\"string\" defaultValue=\"${"
                    + reach("execution")
                    + "}\"><camunda:validation><camunda:constraint name=\"validator\" config=\""
                    + PWNED
                    + "\"/></camunda:validation></camunda:formField></camunda:formData></extensionElements></startEvent>",
                end("e"),
                flow("f1", "s", "e"))));
    all.add(
        new Attack(
            "starter of JUEL",
            bpmn("attack", start("s"), end("e"), flow("f1", "s", "e"))
                .replace(
                    "isExecutable=\"true\"",
                    "isExecutable=\"true\" camunda:candidateStarterUsers=\"${"
                        + reach("execution")
                        + "}\"")));
    all.add(
        new Attack(
            "another process with a timer and a script",
            bpmn("attack", start("s"), end("e"), flow("f1", "s", "e"))
                .replace(
                    "</definitions>",
                    "<process id=\"other\" isExecutable=\"true\"><startEvent id=\"os\"><timerEventDefinition><timeDuration xsi:type=\"tFormalExpression\">${"
                        + reach("execution")
                        + "}</timeDuration></timerEventDefinition></startEvent><scriptTask id=\"ot\" scriptFormat=\"javascript\"><script>1</script></scriptTask>"
                        + "<sequenceFlow id=\"of\" sourceRef=\"os\" targetRef=\"ot\"/></process></definitions>")));
    all.add(
        new Attack(
            "import of a web service",
            bpmn("attack", start("s"), end("e"), flow("f1", "s", "e"))
                .replace(
                    "<error ",
                    "<import importType=\"http://schemas.xmlsoap.org/wsdl/\" location=\"http://127.0.0.1:9/x\" namespace=\"x\"/><error ")));
    return all;
  }

  @TestFactory
  Stream<DynamicTest> noneRunsAnything() {
    var attacks = attacks();
    assertThat(attacks).hasSizeGreaterThan(50);
    return attacks.stream().map(it -> DynamicTest.dynamicTest(it.name(), () -> tried(it)));
  }

  /** The attacks are real: an engine without the protection is reached by many of them. */
  @Test
  void anUnprotectedEngineIsReached() {
    var configuration =
        new org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("unprotected");
    configuration.setJdbcUrl("jdbc:h2:mem:unprotected;DB_CLOSE_DELAY=-1");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setJobExecutorActivate(false);
    var engine = configuration.buildProcessEngine();
    List<String> reached = new ArrayList<>();
    try {
      for (var attack : attacks()) {
        int before = Pwned.REACHED.get();
        // what calls itself would fill the memory of an engine that lets it
        if (!attack.bpmn().contains("calledElement=\"attack\"")) {
          unprotected(engine, attack.bpmn().replaceAll("<rw:decision [^>]*/>", ""));
        }
        if (Pwned.REACHED.get() > before) {
          reached.add(attack.name());
        }
      }
    } finally {
      engine.close();
    }
    System.out.println("attacks that reach an unprotected engine: " + reached);
    assertThat(reached)
        .contains(
            "JUEL condition",
            "JUEL service task",
            "Java delegate",
            "FEEL condition whose text is JUEL");
    assertThat(reached).hasSizeGreaterThan(10);
  }

  private static void unprotected(org.camunda.bpm.engine.ProcessEngine engine, String bpmn) {
    try {
      engine.getRepositoryService().createDeployment().addString("a.bpmn", bpmn).deploy();
      engine.getRuntimeService().startProcessInstanceByKey("attack", Map.of("a", 1));
    } catch (RuntimeException refused) {
      // some of the files are refused by every engine, or fail in it after they reached us
    }
  }

  private static void tried(Attack attack) {
    var document = read(attack.bpmn());
    var source = new Source().with("d", facts -> 1);
    int before = Pwned.REACHED.get();

    // it is read whole, cannot be compiled, and says which element it is
    assertThat(document.bytes())
        .isEqualTo(attack.bpmn().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    var compilation = BpmnFlow.compile(document, SCHEMA, source);
    assertThat(compilation).isInstanceOf(FlowCompilation.Refused.class);
    assertThat(((FlowCompilation.Refused) compilation).problems())
        .allSatisfy(it -> assertThat(it.message(java.util.Locale.ENGLISH)).isNotBlank());

    // Camunda's engine, given the file behind our back, refuses it or runs it without effect
    var deployed = CamundaFlow.unchecked(List.of(document), source);
    if (deployed instanceof CamundaFlow.Deployed.Running(var flow)) {
      try (flow) {
        flow.evaluate(Facts.of(Map.of("a", 1)), AS_OF, false);
      }
    }
    assertThat(Pwned.REACHED.get()).isEqualTo(before);
  }
}
