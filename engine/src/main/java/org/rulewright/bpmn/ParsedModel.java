package org.rulewright.bpmn;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.Condition;
import org.camunda.bpm.engine.impl.bpmn.behavior.BoundaryEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.InclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.NoneStartEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoParameter;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.scripting.ScriptCondition;
import org.camunda.bpm.engine.impl.scripting.ScriptValueProvider;
import org.jspecify.annotations.NullUnmarked;

/** Looks at a process as Camunda has parsed it, and refuses whatever is not on the list. */
@NullUnmarked
final class ParsedModel {

  private static final Set<Class<?>> BEHAVIORS =
      Set.of(
          NoneStartEventActivityBehavior.class,
          EndBehavior.class,
          DecisionBehavior.class,
          FlowCallBehavior.class,
          ExclusiveGatewayActivityBehavior.class,
          InclusiveGatewayActivityBehavior.class,
          ParallelGatewayActivityBehavior.class,
          BoundaryEventActivityBehavior.class);

  private ParsedModel() {}

  static void check(ProcessDefinitionEntity process) {
    noListeners(process);
    activities(process);
  }

  private static void activities(ScopeImpl scope) {
    for (ActivityImpl activity : scope.getActivities()) {
      var behavior = activity.getActivityBehavior();
      if (behavior == null || !BEHAVIORS.contains(behavior.getClass())) {
        throw refused(activity, behavior == null ? "no behaviour" : behavior.getClass().getName());
      }
      if (activity.isAsyncBefore() || activity.isAsyncAfter()) {
        throw refused(activity, "asynchronous continuation");
      }
      noListeners(activity);
      mappings(activity);
      for (PvmTransition transition : activity.getOutgoingTransitions()) {
        noListeners((TransitionImpl) transition);
        condition((TransitionImpl) transition);
      }
      activities(activity);
    }
  }

  private static void noListeners(CoreModelElement element) {
    if (!element.getListeners().isEmpty()) {
      throw refused(element, "listeners " + element.getListeners().keySet());
    }
  }

  private static void mappings(ActivityImpl activity) {
    IoMapping mapping = activity.getIoMapping();
    if (mapping == null) {
      return;
    }
    Stream.of(mapping.getInputParameters(), mapping.getOutputParameters())
        .flatMap(List::stream)
        .map(IoParameter.class::cast)
        .filter(it -> !isFeel(it))
        .forEach(it -> {
          throw refused(activity, "mapping " + it.getName());
        });
  }

  private static boolean isFeel(IoParameter parameter) {
    return parameter.getValueProvider() instanceof ScriptValueProvider provider
        && provider.getScript() instanceof FeelScript;
  }

  private static void condition(TransitionImpl transition) {
    var condition = (Condition) transition.getProperty(BpmnParse.PROPERTYNAME_CONDITION);
    if (condition != null
        && !(condition instanceof ScriptCondition script
            && script.getScript() instanceof FeelScript)) {
      throw refused(transition, "condition " + condition.getClass().getName());
    }
  }

  private static ProcessEngineException refused(CoreModelElement element, String what) {
    return new ProcessEngineException("refused in `" + element.getId() + "`: " + what);
  }
}
