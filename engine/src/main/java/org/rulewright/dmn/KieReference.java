package org.rulewright.dmn;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.kie.dmn.api.feel.runtime.events.FEELEvent;
import org.kie.dmn.feel.lang.CompilerContext;
import org.kie.dmn.feel.lang.FEELProfile;
import org.kie.dmn.feel.lang.Type;
import org.kie.dmn.feel.lang.impl.EvaluationContextImpl;
import org.kie.dmn.feel.lang.impl.FEELBuilder;
import org.kie.dmn.feel.lang.impl.FEELImpl;
import org.kie.dmn.feel.lang.impl.MapBackedType;
import org.kie.dmn.feel.runtime.UnaryTest;
import org.kie.dmn.feel.runtime.events.FEELEventBase;
import org.rulewright.decision.Diagnostic;
import org.rulewright.decision.FactType;
import org.rulewright.decision.Place;
import org.rulewright.decision.ReferenceAnswer;
import org.rulewright.decision.ReferenceEvaluator;
import org.rulewright.decision.ReferenceExpression;
import org.rulewright.decision.ReferenceTest;
import org.rulewright.expression.Expression;

/** The FEEL of the reference engine for single cells and expressions. */
@NullUnmarked
final class KieReference implements ReferenceEvaluator {

  /** What the names of variables that no text can see begin with. */
  static final String HIDDEN = "\u0000";

  private static final KieFeel FEEL = feel();

  private final Map<String, Type> names;

  /** The names of imports, each with a dot behind. */
  private final List<String> prefixes;

  /**
   * @param names everything a text may name, with its type
   */
  KieReference(Map<String, Type> names) {
    this(names, Set.of());
  }

  /**
   * The same for texts that name what is imported.
   *
   * @param names everything a text may name, with its type, {@code lib.grade} among them
   * @param imports names of imports: to FEEL each is a context of what is imported by it
   */
  KieReference(Map<String, Type> names, Set<String> imports) {
    this.prefixes = imports.stream().map(it -> it + ".").toList();
    var nested = new HashMap<String, Type>();
    var fields = new HashMap<String, Map<String, Type>>();
    names.forEach((name, type) ->
        imported(name)
            .ifPresentOrElse(
                prefix ->
                    fields
                        .computeIfAbsent(prefix, _ -> new HashMap<>())
                        .put(name.substring(prefix.length()), type),
                () -> nested.put(name, type)));
    fields.forEach((prefix, types) -> {
      var name = prefix.substring(0, prefix.length() - 1);
      nested.put(name, new MapBackedType(name, types));
    });
    this.names = Map.copyOf(nested);
  }

  private Optional<String> imported(String name) {
    return prefixes.stream().filter(name::startsWith).findFirst();
  }

  private static KieFeel feel() {
    List<FEELProfile> profiles = List.of(new KieFunctions());
    var plain =
        FEELBuilder.builder().withClassloader(NoClasses.INSTANCE).withProfiles(profiles).build();
    return new KieFeel((FEELImpl) plain, profiles);
  }

  @Override
  public ReferenceTest unaryTests(String text, FactType inputType) {
    var problems = new ArrayList<FEELEvent>();
    var ctx = compiling(problems);
    ctx.addInputVariableType("?", KieTypes.of(inputType));
    var tests = prepared(problems, () -> FEEL.tests(text, ctx, List.of(problems::add)));
    var wrong = diagnostics(problems);
    return (input, variables, asOf) ->
        wrong.isEmpty()
            ? evaluate(variables, asOf, it -> matches(tests, it, FeelValues.toKie(input)))
            : new ReferenceAnswer(null, wrong);
  }

  @Override
  public ReferenceExpression expression(String text) {
    var problems = new ArrayList<FEELEvent>();
    var ctx = compiling(problems);
    var compiled = prepared(problems, () -> FEEL.compile(text, ctx));
    var wrong = diagnostics(problems);
    return (variables, asOf) ->
        wrong.isEmpty()
            ? evaluate(variables, asOf, it -> FEEL.evaluate(compiled, it))
            : new ReferenceAnswer(null, wrong);
  }

  @Override
  public Optional<Expression> translated(String text) {
    if (prefixes.stream().anyMatch(text::contains)) {
      return Optional.empty();
    }
    var syntax = FeelSyntax.expression(text, names);
    return syntax.problems().isEmpty()
        ? FeelTranslation.of(syntax.tree(), names.keySet())
        : Optional.empty();
  }

  private CompilerContext compiling(List<FEELEvent> problems) {
    var ctx = FEEL.unguarded().newCompilerContext(List.of(problems::add));
    names.forEach(ctx::addInputVariableType);
    return ctx;
  }

  private static Boolean matches(List<UnaryTest> tests, EvaluationContextImpl ctx, Object input) {
    ctx.setValue("?", input);
    for (var test : tests) {
      if (Objects.equals(test.apply(ctx, input), true)) {
        return true;
      }
    }
    return false;
  }

  /** One evaluation of a text. */
  private interface Work {
    Object in(EvaluationContextImpl ctx);
  }

  private ReferenceAnswer evaluate(Map<String, Object> variables, OffsetDateTime asOf, Work work) {
    if (!Evaluation.CURRENT.isBound()) {
      var evaluation = new Evaluation(asOf, DmnModel.TIME_LIMIT.toNanos());
      return ScopedValue.where(Evaluation.CURRENT, evaluation)
          .call(() -> evaluate(variables, asOf, work));
    }
    Evaluation.delegated();
    var problems = new ArrayList<FEELEvent>();
    var values = new HashMap<String, Object>();
    variables.forEach((name, value) -> set(values, name, FeelValues.toKie(value)));
    var ctx = FEEL.unguarded().newEvaluationContext(List.of(problems::add), values);
    ctx.setPerformRuntimeTypeCheck(true);
    try {
      return new ReferenceAnswer(FeelValues.fromKie(work.in(ctx)), diagnostics(problems));
    } catch (Evaluation.EvaluationStopped e) {
      throw e;
    } catch (RuntimeException e) {
      // that engine lets some errors of FEEL out as exceptions of Java, such as a month added to
      // a time; where it evaluates whole models it catches them, and so do we
      return new ReferenceAnswer(null, List.of(diagnostic(String.valueOf(e.getMessage()))));
    }
  }

  @SuppressWarnings("unchecked") // the contexts of imports are made here
  private void set(Map<String, Object> values, String name, Object value) {
    if (name.startsWith(HIDDEN)) {
      return;
    }
    imported(name)
        .ifPresentOrElse(
            prefix ->
                ((Map<String, Object>)
                        values.computeIfAbsent(
                            prefix.substring(0, prefix.length() - 1), _ -> new HashMap<>()))
                    .put(name.substring(prefix.length()), value),
            () -> values.put(name, value));
  }

  /** What was prepared, or null with the reason among the problems. */
  private static <T> T prepared(List<FEELEvent> problems, Supplier<T> preparation) {
    try {
      return preparation.get();
    } catch (RuntimeException e) {
      // its tree builder stumbles over some texts its parser could not read
      var message = String.valueOf(e.getMessage());
      problems.add(new FEELEventBase(FEELEvent.Severity.ERROR, message, e));
      return null;
    }
  }

  private static Diagnostic diagnostic(String message) {
    return Diagnostic.error("dmn.engine", Place.NOWHERE, Diagnostic.shortened(message));
  }

  private static List<Diagnostic> diagnostics(List<FEELEvent> events) {
    return events.stream()
        .filter(event -> event.getSeverity() == FEELEvent.Severity.ERROR)
        .map(event ->
            Diagnostic.error("dmn.engine", Place.NOWHERE, Diagnostic.shortened(event.getMessage())))
        .toList();
  }
}
