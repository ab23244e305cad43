package org.rulewright.dmn;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The engine of Camunda 7 with nothing but FEEL in it: no JUEL, no script engine, no Java.
 *
 * <p>It is made when it is first used; its FEEL takes about a second and 30 MB to load.
 */
final class CamundaEngine {

  static final ScopedValue<Notes> NOTES = ScopedValue.newInstance();

  private static final String FEEL = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE;
  private static final Later<DmnEngine> ENGINE = new Later<>(CamundaEngine::make);

  private CamundaEngine() {}

  static DmnEngine get() {
    return ENGINE.get();
  }

  private static DmnEngine make() {
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setDefaultInputExpressionExpressionLanguage(FEEL);
    configuration.setDefaultInputEntryExpressionLanguage(FEEL);
    configuration.setDefaultOutputEntryExpressionLanguage(FEEL);
    configuration.setDefaultLiteralExpressionLanguage(FEEL);
    configuration.setScriptEngineResolver(language -> {
      throw new CamundaRefusal("scripts are refused: " + language, null);
    });
    configuration.setElProvider(expression -> {
      throw new CamundaRefusal("JUEL is refused", null);
    });
    configuration.setFeelEngineFactory(CamundaFeel::new);
    configuration.setReturnBlankTableOutputAsNull(true);
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(new Listener()));
    return configuration.buildEngine();
  }

  /** What is noted while one decision is evaluated. */
  static final class Notes {
    private final @Nullable Set<String> tested;
    private @Nullable DmnDecisionTableEvaluationEvent event;

    /**
     * @param tested the input expressions of a table that aggregates, null for any other decision
     */
    Notes(@Nullable Set<String> tested) {
      this.tested = tested;
    }

    /** Whether the value of an expression goes to an aggregator. */
    boolean isAggregated(String expression) {
      return tested != null && !tested.contains(expression.strip());
    }

    DmnDecisionTableEvaluationEvent event() {
      return Objects.requireNonNull(event);
    }
  }

  private static final class Listener implements DmnDecisionTableEvaluationListener {

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
      NOTES.get().event = event;
    }
  }
}
